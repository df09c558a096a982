import { cny, Mall } from '../support/mall.js';

let mall: Mall;
beforeAll(async () => {
  mall = await Mall.open();
});
afterAll(() => mall.api.close());

const dayFrom = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('a bond', () => {
  it('is released through the API with every figure of it', async () => {
    const finance = await mall.as('FINANCE');
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { member } = await admin.act('registerMember', 'member { id }', { kind: 'OUTLET', name: 'Outlet', code: 'O-1' });
    const { network } = await admin.ask('{ network { today } }');
    const { agreement } = await admin.act('signAgreement', 'agreement { id version }', {
      memberId: member.id, number: 'O-1', startsOn: network.today,
      funds: [{ kind: 'BOND', required: cny('20000.00'), uses: ['PENALTY'], drawOrder: 0, returnDays: 30, lateReturnDailyRate: '0.003' }],
    });
    const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id } } } }', { m: member.id });
    const bond = funds.edges[0]!.node.id;
    await finance.act('receiveFund', 'receiptId', { fundId: bond, amount: cny('20000.00'), reference: 'bond' });
    await admin.act('endAgreement', 'agreement { id }', { agreementId: agreement.id, version: 1, endsOn: network.today, reason: 'Term over.' });
    await mall.advance(42);
    const released = 'outcome amount { amount } lateFee { amount } dueOn reference';
    const { release } = await finance.act('releaseFund', `release { ${released} }`, { fundId: bond, reference: 'out' });
    expect(release).toEqual({ outcome: 'RETURNED', amount: { amount: '20000.00' }, lateFee: { amount: '720.00' }, dueOn: dayFrom(network.today, 30), reference: 'out' });
    const { fund } = await finance.ask(`query($id: ID!) { fund(id: $id) { releases { ${released} } receipts { reference reversed amount { amount } } } }`, { id: bond });
    expect(fund).toEqual({ releases: [release], receipts: [{ reference: 'bond', reversed: false, amount: { amount: '20000.00' } }] });
  });
});
