import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { cny, Mall, type Speaker } from '../support/mall.js';
import { signedShop } from '../support/signed-shop.js';
import { newSecrets, startApi, type ApiProcess } from './support/api-process.js';

const fields = 'receiptId replayed posted { amount }';

// P2 of the design, on two API processes and one database.
describe('The same key 50 times at once on two API processes', () => {
  let test: TestDatabase;
  let apis: ApiProcess[];
  let mall: Mall<ApiProcess>;
  let fundId: string;
  let speakers: Speaker[];

  beforeAll(async () => {
    test = await cloneDatabase();
    const secrets = newSecrets();
    apis = await Promise.all([startApi(test.appUrl, secrets), startApi(test.appUrl, secrets)]);
    mall = await Mall.on(apis[0]!, 'Jiatai Plaza');
    ({ fundId } = await signedShop(mall));
    const finance = await mall.as('FINANCE');
    speakers = apis.map((api) => mall.through(api, finance));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(apis.map((api) => api.kill('SIGTERM')));
    await test.drop();
  });

  const fiftyTimes = <R>(work: (speaker: Speaker, i: number) => Promise<R>) =>
    Promise.all(Array.from({ length: 50 }, (_, i) => work(speakers[i % 2]!, i)));
  const receipt = (idempotencyKey: string, amount = '1.00') => ({ fundId, idempotencyKey, amount: cny(amount), reference: `ref ${idempotencyKey}` });
  const posted = async () => (await speakers[0]!.ask('query($id: ID!) { fund(id: $id) { posted { amount } } }', { id: fundId })).fund.posted.amount;

  it('has one effect and fifty identical answers, one of which was not replayed', async () => {
    const answers = await fiftyTimes((speaker) => speaker.act('receiveFund', fields, receipt('one')));
    expect(new Set(answers.map(({ receiptId }) => receiptId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await posted()).toBe('1.00');
  });

  it('is a conflict for every other payload, and has the effect of exactly one', async () => {
    const answers = await fiftyTimes((speaker, i) =>
      speaker.act('receiveFund', fields, receipt('two', i === 0 ? '2.00' : `${i}.50`)).then(() => 'done', (error: Error) => error.message));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('IDEMPOTENCY_CONFLICT'))).toHaveLength(49);
  });

  it('does not meet the same key of another network', async () => {
    const other = await Mall.on(apis[1]!, 'Other Plaza');
    const theirs = await signedShop(other);
    const input = { ...receipt('one'), fundId: theirs.fundId };
    expect((await (await other.as('FINANCE')).act('receiveFund', fields, input)).replayed).toBe(false);
  });
});
