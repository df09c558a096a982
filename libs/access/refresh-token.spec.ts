import { newRefreshToken, readRefreshToken } from './refresh-token.js';

const secrets = { hashKey: Buffer.alloc(32, 7) };
const sessionId = '0190f0f0-abcd-7000-bfff-000000000001';

describe('A refresh token', () => {
  it('reads back as its session and its digest', () => {
    const { token, digest } = newRefreshToken(secrets, sessionId);
    expect(token).toMatch(/^rt_[\w-]{22}_[\w-]{64}$/);
    expect(readRefreshToken(secrets, token)).toEqual({ sessionId, digest });
    expect(newRefreshToken(secrets, sessionId).token).not.toBe(token);
  });

  it('that nobody was given is none, though its session is known', () => {
    const { token } = newRefreshToken(secrets, sessionId);
    const other = newRefreshToken(secrets, '0190f0f0-abcd-7000-bfff-000000000002').token;
    const invented = [
      '', 'rt_', token.slice(0, -1), `${token}A`, `${token.slice(0, 25)}_${'A'.repeat(64)}`, token.slice(0, 26) + other.slice(26),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, token.replace('rt_', 'RT_'), `${token}\n`,
      // The last character of the id has bits to spare: it must be written in the one way.
      `${token.slice(0, 24)}${String.fromCharCode(token.charCodeAt(24) + 1)}${token.slice(25)}`,
    ];
    for (const text of invented) expect([text, readRefreshToken(secrets, text)]).toEqual([text, null]);
    expect(readRefreshToken({ hashKey: Buffer.alloc(32, 8) }, token)).toBeNull();
  });
});
