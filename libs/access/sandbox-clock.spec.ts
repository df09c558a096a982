import { aheadAfter, furthestSeconds } from './sandbox-clock.js';

const wallAt = new Date('2026-05-01T00:00:00.000Z');
const clock = (sandboxSeconds: bigint | null) => ({ sandboxSeconds, wallAt });

describe('A sandbox clock', () => {
  it.each([
    ['by a day', 0n, { at: null, bySeconds: 86_400 }, 86_400n],
    ['by a day more', 86_400n, { at: null, bySeconds: 86_400 }, 172_800n],
    ['by nothing', 5n, { at: null, bySeconds: 0 }, 5n],
    ['to an instant', 5n, { at: new Date('2026-05-02T00:00:00.000Z'), bySeconds: null }, 86_400n],
    ['to the second after an instant between two', 0n, { at: new Date('2026-05-01T00:00:00.001Z'), bySeconds: null }, 1n],
  ])('goes forward %s', (_, sandboxSeconds, setting, ahead) => {
    expect(aheadAfter(clock(sandboxSeconds), setting)).toBe(ahead);
  });

  it.each([
    ['NOT_A_SANDBOX', null, { at: null, bySeconds: 1 }],
    ['NOT_A_SANDBOX', null, { at: null, bySeconds: null }],
    ['CLOCK_NOT_FORWARD', 10n, { at: null, bySeconds: -1 }],
    ['CLOCK_NOT_FORWARD', 86_400n, { at: new Date('2026-05-01T23:59:59.000Z'), bySeconds: null }],
    ['CLOCK_TOO_FAR', furthestSeconds, { at: null, bySeconds: 1 }],
    ['INVALID_INPUT', 0n, { at: null, bySeconds: null }],
    ['INVALID_INPUT', 0n, { at: wallAt, bySeconds: 1 }],
    ['INVALID_INPUT', 0n, { at: null, bySeconds: 1.5 }],
    ['INVALID_INPUT', 0n, { at: new Date(NaN), bySeconds: null }],
  ])('is refused with %s, %s seconds ahead, for %j', (code, sandboxSeconds, setting) => {
    expect(() => aheadAfter(clock(sandboxSeconds), setting)).toThrow(expect.objectContaining({ code }));
  });

  it('says what it shows where it would go back', () => {
    expect(() => aheadAfter(clock(60n), { at: wallAt, bySeconds: null })).toThrow(expect.objectContaining({ details: { now: '2026-05-01T00:01:00.000Z' } }));
  });
});
