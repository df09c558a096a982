import { checkPassword, hashPassword, matches } from './passwords.js';

describe('A password', () => {
  it.each(['ten chars.', '一二三四五六七八九十', 'x'.repeat(200), '          '])('%j may be set', (password) => {
    expect(() => checkPassword(password)).not.toThrow();
  });

  it.each(['', 'nine char', '😀😀😀😀😀😀', 'x'.repeat(201)])('%j may not', (password) => {
    expect(() => checkPassword(password)).toThrow(expect.objectContaining({ code: 'PASSWORD_LENGTH', field: 'password', details: { min: 10, max: 200 } }));
  });

  it('matches its own hash and no other, however it was typed', async () => {
    const hash = await hashPassword('caf\u00e9 caf\u00e9');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await matches(hash, 'cafe\u0301 cafe\u0301')).toBe(true);
    expect(await matches(hash, 'cafe cafe.')).toBe(false);
    expect(await hashPassword('caf\u00e9 caf\u00e9')).not.toBe(hash);
  });

  it('matches nothing where there is no account, and takes as long', async () => {
    const hash = await hashPassword('a password');
    const time = async (given: string | null) => {
      const start = process.cpuUsage();
      expect(await matches(given, 'another one')).toBe(false);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    // The least of many, taken by turns, in this process's own time: what else the machine does is not counted.
    // User and system together: the kernel only guesses how they divide, their sum it knows.
    const times: [number, number][] = [];
    for (let i = 0; i < 12; i++) times.push([await time(hash), await time(null)]);
    const [known, unknown] = [0, 1].map((which) => Math.min(...times.map((pair) => pair[which]!))) as [number, number];
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });

  it('is refused as BUSY where too many wait already', async () => {
    const all = await Promise.allSettled(Array.from({ length: 80 }, () => matches(null, 'whatever it is')));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(80 - 66);
    expect(refused[0]).toMatchObject({ reason: { code: 'BUSY' } });
  });
});
