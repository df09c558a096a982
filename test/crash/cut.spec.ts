import { auditBooks } from '../support/audit-books.js';
import { FaultProxy, type Fault } from '../support/fault-proxy.js';
import { cny, Mall, type Asked } from '../support/mall.js';
import { signedShop } from '../support/signed-shop.js';
import { Clerk } from './support/clerk.js';
import { Stage } from './support/stage.js';

// Of the act alone: the same connection has said this before it says COMMIT.
const words = ['funds.insert-receipt', 'COMMIT'];

describe('A connection that is cut', () => {
  let stage: Stage;
  let behind: FaultProxy;
  let before: FaultProxy;
  let clerk: Clerk;
  let fundId: string;
  let keys = 0;

  beforeAll(async () => {
    stage = await Stage.set({
      worker: false,
      through: async (url, port) => {
        behind = await FaultProxy.to(port);
        return behind.through(url);
      },
    });
    before = await FaultProxy.to(Number(new URL(stage.url).port));
    const mall: Mall<Asked> = await Mall.on(stage.asked, 'Jiatai Plaza');
    ({ fundId } = await signedShop(mall));
    clerk = await Clerk.hired(mall, 'FINANCE', () => before.through(stage.url).replace(/\/$/, ''));
  }, 120_000);
  afterAll(async () => {
    await before?.close();
    await stage?.strike();
    await behind?.close();
  }, 60_000);

  const fields = 'receiptId posted { amount }';
  const receipts = async (reference: string) =>
    (await stage.asAdmin('SELECT id FROM fund_receipt WHERE reference = $1', [reference])).length;

  /** Receives under the fault, and then asks twice more; answers how it went. */
  async function received(proxy: FaultProxy, fault: Fault) {
    const key = `cut-${(keys += 1)}`;
    const input = { fundId, amount: cny('1.00'), reference: key, idempotencyKey: key };
    const happened = proxy.set(fault);
    const told = await clerk.act('receiveFund', fields, input);
    await happened;
    const again = await clerk.act('receiveFund', fields, input);
    expect(again).toMatchObject({ replayed: true, refused: null, payload: told.payload });
    return { tries: told.tries > 1 ? 'more than one' : 'one', replayed: told.replayed, receipts: await receipts(key) };
  }

  it.each<[string, Fault, boolean]>([
    ['before COMMIT reaches the database: nothing was written, and the retry writes it', { kind: 'cut before', way: 'to server', words }, false],
    ['behind COMMIT: it was written, and the retry is told what was', { kind: 'cut behind', way: 'to server', words }, true],
    ['when COMMIT was done and not answered: the retry is told what was', { kind: 'cut unanswered', words }, true],
    ['in the middle of the act: nothing was written, and the retry writes it', { kind: 'cut before', way: 'to server', words: ['ledger.record-movements'] }, false],
  ])('between API and database, %s', async (_when, fault, replayed) => {
    expect(await received(behind, fault)).toEqual({ tries: 'more than one', replayed, receipts: 1 });
  }, 60_000);

  it.each<[string, Fault, boolean]>([
    ['before the request has come: the retry does it', { kind: 'cut before', way: 'to server', words: ['receiveFund'] }, false],
    ['when it was answered, without the answer: the retry is told what was', { kind: 'cut unanswered', words: ['receiveFund'] }, true],
    ['in the middle of the answer: the retry is told what was', { kind: 'cut before', way: 'to client', words: ['receiptId'] }, true],
  ])('between client and API, %s', async (_when, fault, replayed) => {
    expect(await received(before, fault)).toEqual({ tries: 'more than one', replayed, receipts: 1 });
  }, 60_000);

  it('leaves books that are right to the fen, also where every answer is late', async () => {
    void behind.set({ kind: 'latency', ms: 5 });
    await Promise.all(Array.from({ length: 16 }, (_, i) =>
      clerk.act('receiveFund', fields, { fundId, amount: cny('1.00'), reference: `late-${i}`, idempotencyKey: `late-${i}` })));
    void behind.set({ kind: 'reset' });
    void behind.set(null);
    const told = await clerk.act('receiveFund', fields, { fundId, amount: cny('1.00'), reference: 'late-0', idempotencyKey: 'late-0' });
    expect(told.replayed).toBe(true);
    const [{ count } = {}] = await stage.asAdmin('SELECT count(*)::int AS count FROM fund_receipt');
    expect(count).toBe(keys + 16);
    expect(await auditBooks((sql) => stage.asAdmin(sql))).toEqual([]);
  }, 60_000);
});
