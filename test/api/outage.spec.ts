import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@app/database';
import { prepareDatabase, startPostgres } from '../../scripts/embedded-postgres.mjs';
import { cny, Mall, type Speaker } from '../support/mall.js';
import { signedShop } from '../support/signed-shop.js';
import { makeTestFolder } from '../support/test-folder.mjs';
import { newSecrets, startApi } from './support/api-process.js';

/** Pays in without pause, eight at once; a request that got no answer is sent again with its key, as the API says it may. */
function payingIn(finance: Speaker, fundId: string) {
  let going = true;
  let unavailable = 0;
  const strange: string[] = [];
  const acknowledged: number[] = [];
  const one = async (worker: number) => {
    for (let i = 0; going; i++) {
      const input = { fundId, amount: cny('1.00'), reference: `${worker}-${i}`, idempotencyKey: `${worker}-${i}` };
      for (let answered = false; !answered && going;) {
        answered = await finance.act('receiveFund', 'receiptId', input).then(() => Boolean(acknowledged.push(Date.now())), (error: Error) => {
          if (error.message.startsWith('UNAVAILABLE')) unavailable += 1;
          else strange.push(error.message);
          return false;
        });
        if (!answered) await sleep(50);
      }
    }
  };
  const all = Promise.all(Array.from({ length: 8 }, (_, worker) => one(worker)));
  return { acknowledged, strange, unavailable: () => unavailable, stop: async () => { going = false; await all; } };
}

it('a database restarted under load costs requests a clear, retryable error; the process lives and serves again within 5 s', async () => {
  const dataDir = await makeTestFolder();
  const adminPassword = randomBytes(12).toString('hex');
  let server = await startPostgres({ dataDir, adminPassword });
  const urls = await prepareDatabase({ adminUrl: server.adminUrl, database: 'surety', passwords: { owner: 'o', app: 'a', worker: 'w' } });
  await migrate({ url: urls.ownerUrl, folder: 'migrations' });
  const api = await startApi(urls.appUrl, newSecrets());
  try {
    const mall = await Mall.on(api, 'Jiatai Plaza');
    const { fundId } = await signedShop(mall);
    const finance = await mall.as('FINANCE');
    const load = payingIn(finance, fundId);
    await sleep(1_000);
    await server.kill();
    await sleep(500);
    server = await startPostgres({ dataDir, adminPassword, port: server.port });
    const back = Date.now();
    while (!load.acknowledged.some((at) => at > back) && Date.now() < back + 20_000) await sleep(20);
    const servedAfterMs = load.acknowledged.find((at) => at > back)! - back;
    await load.stop();
    expect(servedAfterMs).toBeLessThan(5_000);
    expect(load.unavailable()).toBeGreaterThan(0);
    expect(load.strange).toEqual([]);
    expect(api.child.exitCode).toBeNull();
    const { fund } = await finance.ask('query($id: ID!) { fund(id: $id) { posted { amount } } }', { id: fundId });
    // What was being sent when the load stopped may have come through without its answer.
    const acknowledged = load.acknowledged.length;
    expect(Number(fund.posted.amount)).toBeGreaterThanOrEqual(acknowledged);
    expect(Number(fund.posted.amount)).toBeLessThanOrEqual(acknowledged + 8);
  } finally {
    await api.kill('SIGTERM');
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
