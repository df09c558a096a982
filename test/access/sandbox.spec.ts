import { setSandboxClock, standingOf, type AccessKeys } from '@app/access';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, callerOf, once, someKeys } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
});
afterAll(() => test.drop());

describe('The clock of a sandbox', () => {
  it('goes forward for every request after, and ends no session', async () => {
    const { caller, loggedIn } = await aNetwork(test.database, keys, { sandbox: true });
    expect(caller.now.getTime() - Date.now()).toBeLessThan(1_000);
    const { result } = await setSandboxClock(test.database, caller, { at: null, bySeconds: 45 * 86_400, ...once() });
    const after = await callerOf(test.database, loggedIn);
    expect(result).toMatchObject({ sandboxSeconds: 3_888_000n, today: after.today });
    expect(after.now.getTime() - caller.now.getTime()).toBeGreaterThanOrEqual(3_888_000_000);

    const at = new Date(after.now.getTime() + 86_400_000);
    await setSandboxClock(test.database, after, { at, bySeconds: null, ...once() });
    expect((await callerOf(test.database, loggedIn)).now.getTime()).toBeGreaterThanOrEqual(at.getTime());
    await expect(setSandboxClock(test.database, after, { at: new Date(), bySeconds: null, ...once() })).rejects.toMatchObject({ code: 'CLOCK_NOT_FORWARD' });
  });

  it('goes forward once for a request that is repeated, and each time for many at once', async () => {
    const { caller, loggedIn } = await aNetwork(test.database, keys, { sandbox: true });
    const same = once();
    await setSandboxClock(test.database, caller, { at: null, bySeconds: 60, ...same });
    expect(await setSandboxClock(test.database, caller, { at: null, bySeconds: 60, ...same })).toMatchObject({ replayed: true, result: { sandboxSeconds: 60n } });
    await Promise.all([1, 2, 3, 4].map(() => setSandboxClock(test.database, caller, { at: null, bySeconds: 60, ...once() })));
    expect(await standingOf(test.database, loggedIn.sessionId)).toMatchObject({ sandboxSeconds: 300n });
  });

  it('is refused to a network that runs on the clock, and cannot be given to it', async () => {
    const { caller, networkId } = await aNetwork(test.database, keys);
    await expect(setSandboxClock(test.database, caller, { at: null, bySeconds: 1, ...once() })).rejects.toMatchObject({ code: 'NOT_A_SANDBOX' });
    expect(await test.asAdmin('SELECT sandbox_seconds FROM network WHERE id = $1', [networkId])).toEqual([{ sandbox_seconds: null }]);
  });
});
