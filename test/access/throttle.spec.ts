import { forgetOldThrottles, logIn, throttle, type AccessKeys } from '@app/access';
import type { Refusal } from '@app/kernel';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, password, someKeys, visitor } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
});
afterAll(() => test.drop());

const tryAs = (email: string, given: string, database = test.database) =>
  logIn(database, visitor, { email, password: given, networkId: null }, keys).then(() => 'in', (error: Refusal) => error.code);

describe('Password checks of one account', () => {
  it.each(['somebody’s', 'nobody’s'])('are five at most, of fifty sent at once to two processes: %s', async (whose) => {
    const email = whose === 'nobody’s' ? 'nobody@example.com' : (await aNetwork(test.database, keys)).email;
    const other = await test.another();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => tryAs(email, 'wrong password', i % 2 ? other : test.database)));
    expect(answers.filter((code) => code === 'CREDENTIALS_WRONG')).toHaveLength(throttle.checks);
    expect(answers.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(50 - throttle.checks);
    expect(await tryAs(email, password)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('say when to come back, and begin anew then', async () => {
    const { email } = await aNetwork(test.database, keys);
    for (let i = 0; i < throttle.checks; i++) await tryAs(email, 'wrong password');
    await expect(logIn(test.database, visitor, { email, password, networkId: null }, keys)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS', details: { retryAfterSeconds: expect.any(Number) },
    });
    await test.asAdmin(`UPDATE credential_throttle SET window_started = window_started - interval '15 minutes'`);
    expect(await tryAs(email, password)).toBe('in');
  });

  it('count no more once the password was right', async () => {
    const { email } = await aNetwork(test.database, keys);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < throttle.checks - 1; i++) expect(await tryAs(email, 'wrong password')).toBe('CREDENTIALS_WRONG');
      expect(await tryAs(email, password)).toBe('in');
    }
  });

  it('of one account do not count against another', async () => {
    const [one, two] = [await aNetwork(test.database, keys), await aNetwork(test.database, keys)];
    for (let i = 0; i <= throttle.checks; i++) await tryAs(one.email, 'wrong password');
    expect(await tryAs(two.email, password)).toBe('in');
  });

  it('are forgotten when their window is over, and not before', async () => {
    await tryAs('old@example.com', 'wrong password');
    await test.asAdmin(`UPDATE credential_throttle SET window_started = now() - interval '16 minutes'`);
    await tryAs('new@example.com', 'wrong password');
    expect(await forgetOldThrottles(test.database)).toBeGreaterThan(0);
    expect(await test.asAdmin('SELECT checks FROM credential_throttle')).toEqual([{ checks: 1 }]);
  });
});
