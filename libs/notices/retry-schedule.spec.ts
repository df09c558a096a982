import { messageDelays, nextTry, webhookDelays } from './retry-schedule.js';

const at = new Date('2026-03-02T00:00:00Z');
const whenOf = (delays: readonly number[]) => {
  const instants: string[] = [];
  for (let tries = 1, now = at; ; tries++) {
    const next = nextTry(delays, tries, now);
    if (!next) return instants;
    instants.push(next.toISOString());
    now = next;
  }
};

describe('The retry schedule', () => {
  it('of a webhook waits ever longer, for three days', () => {
    expect(whenOf(webhookDelays)).toEqual([
      '2026-03-02T00:00:05.000Z', '2026-03-02T00:05:05.000Z', '2026-03-02T00:35:05.000Z', '2026-03-02T02:35:05.000Z', '2026-03-02T07:35:05.000Z',
      '2026-03-02T17:35:05.000Z', '2026-03-03T07:35:05.000Z', '2026-03-04T03:35:05.000Z', '2026-03-05T03:35:05.000Z',
    ]);
  });

  it('of a message gives up after eight attempts', () => {
    expect(whenOf(messageDelays)).toHaveLength(7);
    expect(nextTry(messageDelays, 8, at)).toBeNull();
  });
});
