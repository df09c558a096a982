import { cny, type Mall } from '../support/mall.js';

/** A shop under agreement from today: 1,000.00 for compensation and a deposit of 5,000.00 for penalties, both paid in. */
export async function shoeShop(mall: Mall): Promise<{ memberId: string; startsOn: string; funds: Record<string, string> }> {
  const [admin, finance] = [await mall.as('OPERATOR_ADMINISTRATOR'), await mall.as('FINANCE')];
  const { network } = await admin.ask('{ network { today } }');
  const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: '阿明鞋店', code: 'A-101' });
  await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: 'JT-101', startsOn: network.today,
    funds: [
      { kind: 'GUARANTEE_FUND', required: cny('1000.00'), uses: ['COMPENSATION'], drawOrder: 0, topUpDays: 15 },
      { kind: 'DEPOSIT', required: cny('5000.00'), uses: ['PENALTY'], drawOrder: 1, topUpDays: 15 },
    ],
  });
  const answer = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id kind } } } }', { m: member.id });
  const funds: Record<string, string> = Object.fromEntries([...answer.funds.edges].map(({ node }) => [node.kind, node.id]));
  for (const [kind, amount] of [['GUARANTEE_FUND', '1000.00'], ['DEPOSIT', '5000.00']] as const) {
    await finance.act('receiveFund', 'receiptId', { fundId: funds[kind], amount: cny(amount), reference: kind });
  }
  return { memberId: member.id, startsOn: network.today, funds };
}
