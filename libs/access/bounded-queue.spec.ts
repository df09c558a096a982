import { boundedQueue } from './bounded-queue.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('A bounded queue', () => {
  it('runs a few at once, lets some wait in order, and turns the rest away', async () => {
    const inTurn = boundedQueue({ atOnce: 2, waiting: 3 });
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const turns = [0, 1, 2, 3, 4, 5].map((n) => inTurn(() => {
      started.push(n);
      return new Promise<number>((resolve) => ends.push(() => resolve(n)));
    }));
    await settled();
    expect(started).toEqual([0, 1]);
    expect(turns[5]).toBeNull();
    for (let n = 0; n < 5; n++) {
      ends[n]!();
      await settled();
      expect(started.length).toBeLessThanOrEqual(n + 3);
    }
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(await Promise.all(turns.slice(0, 5))).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives a place back after a failure', async () => {
    const inTurn = boundedQueue({ atOnce: 1, waiting: 0 });
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(async () => 'yes')).toBe('yes');
  });
});
