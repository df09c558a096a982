import { Refused } from './client.mjs';

const cny = (amount) => ({ amount, currency: 'CNY' });

/**
 * The first case: a shop signs and pays in; a consumer is paid first and the shop tops up; a second case takes all that is
 * there and leaves a receivable; a third finds nothing to hold.
 */
export async function playCase(logIn, addShopPerson) {
  const [admin, desk, finance, manager] = [await logIn('admin'), await logIn('desk'), await logIn('finance'), await logIn('manager')];
  const { network } = await desk.ask('{ network { today } }');
  const dayBefore = (days) => new Date(Date.parse(network.today) - days * 86_400_000).toISOString().slice(0, 10);
  // Of this day: a story that was killed half-way goes on the same day, and starts anew on another.
  const once = (step) => ({ idempotencyKey: `demo-${network.today}-${step}` });

  const shop = await signShop(admin, addShopPerson, dayBefore(30));
  await payIn(finance, shop, once);

  const caseOf = async (name, price, daysSince) => {
    const { complaint } = await desk.act('recordComplaint', 'complaint { id }', {
      ...once(`${name}-complaint`), memberId: shop.memberId, category: 'LEATHER_SHOES', price: cny(price), soldOn: dayBefore(daysSince),
      returnedOn: network.today, defect: 'BROKEN_SOLE', hasVoucher: true, shopPresent: false, summary: 'Sole broken; the counter is unmanned.',
    });
    return (await desk.act('proposeCompensation', 'request { id }', { ...once(`${name}-propose`), complaintId: complaint.id })).request.id;
  };
  const settle = async (name, requestId) => {
    await finance.act('holdCompensation', 'holds { id }', { ...once(`${name}-hold`), requestId });
    await manager.act('decideCompensation', 'request { id }', { ...once(`${name}-decide`), requestId, version: 1, approve: true, reason: 'Shop absent; claim justified.' });
    await finance.act('payCompensation', 'request { id }', { ...once(`${name}-pay`), requestId, version: 2, reference: `payout-${name}` });
  };

  await settle('first', await caseOf('first', '458.00', 12));
  await finance.act('receiveFund', 'receiptId', { ...once('top-up'), fundId: shop.guaranteeFund, amount: cny('430.52'), reference: `top-up-${network.today}` });
  await settle('second', await caseOf('second', '6480.00', 0));
  const third = await caseOf('third', '300.00', 0);
  await finance.act('holdCompensation', 'holds { id }', { ...once('third-hold'), requestId: third }).catch((error) => {
    if (error.code !== 'NOTHING_AVAILABLE') throw error;
  });
}

async function signShop(admin, addShopPerson, startsOn) {
  const { member } = await admin.act('registerMember', 'member { id }', { idempotencyKey: 'demo-shop', kind: 'SHOP', name: 'Lao Wang Shoes', code: 'A-101' });
  const terms = { topUpDays: 15, tailDays: 90, returnDays: 30 };
  await admin.act('signAgreement', 'agreement { id }', {
    idempotencyKey: 'demo-agreement', memberId: member.id, number: 'JT-2026-001', startsOn,
    funds: [
      { kind: 'GUARANTEE_FUND', required: cny('5000.00'), uses: ['COMPENSATION'], drawOrder: 0, ...terms },
      { kind: 'DEPOSIT', required: cny('10000.00'), uses: ['PENALTY'], drawOrder: 1, ...terms },
    ],
  }).catch((error) => {
    // Signed on an earlier day already.
    if (!(error instanceof Refused)) throw error;
  });
  await addShopPerson(member.id);
  const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id kind } } } }', { m: member.id });
  const fundOf = (kind) => funds.edges.find(({ node }) => node.kind === kind).node.id;
  return { memberId: member.id, guaranteeFund: fundOf('GUARANTEE_FUND'), deposit: fundOf('DEPOSIT') };
}

async function payIn(finance, shop, once) {
  const paid = (fundId, amount, reference) =>
    finance.act('receiveFund', 'receiptId', { ...once(reference), fundId, amount: cny(amount), reference }).catch((error) => {
      if (error.code !== 'RECEIPT_RECORDED') throw error;
    });
  await paid(shop.guaranteeFund, '5000.00', 'bank-0001');
  await paid(shop.deposit, '10000.00', 'bank-0002');
}
