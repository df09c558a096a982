import { day, money } from '@app/kernel';
import { factsOf, type RemedyFacts } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';

type Given = Partial<RemedyFacts>;

/** Goods of 100.00 that no list speaks of, bought at a counter and received on 10 January 2026. */
const goods = factsOf({
  goods: 'other_goods', price: money(10_000n, 'CNY'), soldOn: day('2026-01-10'), deliveredOn: day('2026-01-10'), reportedOn: day('2026-07-01'), defect: 'other_fault',
  durable: false, fraud: false, leaseEnded: false, soldBy: 'counter', unworn: true, circumstances: [],
});
const told = (codes: readonly string[], given: Given) => inWords(remedyFor(codes.map(shippedPack), { ...goods, ...given }));
const law = (given: Given) => told(['consumer-law'], given).filter((line) => line !== 'not covered ()');
const online = (given: Given) => told(['mall-online-orders'], given).filter((line) => line !== 'not covered ()');
const on = (reportedOn: string, more: Given = {}): Given => ({ reportedOn: day(reportedOn), ...more });

const maker = 'recourse, by maker (CL-40)';
const durable = { durable: true };
const seventh = on('2026-01-17');
const refund = ['refund 100.00, by seller (CL-24)', 'free_delivery, by seller (CL-24)', maker];
const distance: Given = on('2026-01-17', { soldBy: 'distance', defect: 'none' });
const sevenDays = 'refund 100.00, in 7 days of goods_back, without_condition (CL-25)';

const table: [string, string, Given, string[]][] = [
  ['CL-23', 'durable goods, six months: the trader bears the burden of proof', on('2026-07-10', durable), ['burden_of_proof, by seller (CL-23)', maker]],
  ['CL-23', 'not a day more', on('2026-07-11', durable), [maker]],
  ['CL-23', 'not other goods', on('2026-07-10'), [maker]],
  ['CL-23', 'not without a defect', on('2026-07-10', { ...durable, defect: 'none' }), []],
  ['CL-23', 'from the sale, where there was no delivery', on('2026-07-10', { ...durable, deliveredOn: null }), ['burden_of_proof, by seller (CL-23)', maker]],
  ['CL-23', 'from the delivery, whatever the sale', on('2026-07-10', { ...durable, soldOn: null }), ['burden_of_proof, by seller (CL-23)', maker]],
  ['CL-24', 'no rule or agreement: a refund within 7 days of receipt', seventh, refund],
  ['CL-24', 'not on day 8', on('2026-01-18'), [maker]],
  ['CL-24', 'from the sale, where there was no delivery', on('2026-01-17', { deliveredOn: null }), refund],
  ['CL-24', 'from the delivery, whatever the sale', on('2026-01-17', { soldOn: null }), refund],
  ['CL-24', 'not without a defect', on('2026-01-17', { defect: 'none' }), []],
  ['CL-25', 'distance sale: 7 days without reason', distance, [sevenDays]],
  ['CL-25', 'not on day 8', { ...distance, ...on('2026-01-18') }, []],
  ['CL-25', 'not at a counter', { ...distance, soldBy: 'counter' }, []],
  ['CL-25', 'not what was worn', { ...distance, unworn: false }, []],
  ['CL-25', 'not what was made to order', { ...distance, circumstances: ['made_to_order'] }, []],
  ['CL-25', 'not what perishes', { ...distance, circumstances: ['perishable'] }, []],
  ['CL-25', 'not unsealed media', { ...distance, circumstances: ['unsealed_media'] }, []],
  ['CL-25', 'not newspapers', { ...distance, circumstances: ['periodical'] }, []],
  ['CL-25', 'the delivery is asked for', { ...distance, deliveredOn: null }, ['deliveredOn? (CL-25)']],
  ['CL-40', 'the seller answers first, and recovers from the maker', {}, [maker]],
  ['CL-40', 'nothing to recover without a defect', { defect: 'none' }, []],
  ['CL-43', 'a counter whose lease has ended: the landlord too', { leaseEnded: true }, [maker, 'claim_on_landlord, by landlord (CL-43)']],
  ['CL-43', 'an exhibition', { leaseEnded: true, soldBy: 'exhibition' }, [maker, 'claim_on_landlord, by landlord (CL-43)']],
  ['CL-43', 'not while the lease lasts', {}, [maker]],
  ['CL-43', 'not a distance sale', { leaseEnded: true, soldBy: 'distance' }, [maker]],
  ['CL-55', 'fraud: three times the price more', { fraud: true, price: money(20_000n, 'CNY') }, ['refund 800.00, by seller (CL-55)', maker]],
  ['CL-55', 'at least 500', { fraud: true }, ['refund 600.00, by seller (CL-55)', maker]],
  ['CL-55', 'not without fraud', {}, [maker]],
  ['CL-55', 'whether it was fraud is asked for', { fraud: null }, [maker, 'fraud? (CL-55)']],
];

describe('the consumer law', () => {
  it.each(table)('%s %s', (_rule, _case, given, expected) => expect(law(given)).toEqual(expected));

  it('CL-24 gives way where a pack is about the goods', () => {
    expect(told(['mall-apparel-and-footwear', 'consumer-law'], { ...seventh, goods: 'suit' })).not.toContain(refund[0]);
    expect(told(['mall-online-orders', 'consumer-law'], seventh)).toContain(refund[0]);
  });
  it('CL-55 is better than TG-A7 for the consumer, and both are listed', () => {
    const shoes: Given = { ...seventh, goods: 'leather_shoes', defect: 'counterfeit', card: true, voucher: true, fraud: true };
    const { options, conflicts } = remedyFor([shippedPack('mall-apparel-and-footwear'), shippedPack('consumer-law')], { ...goods, ...shoes });
    expect(options.find(({ remedy }) => remedy === 'refund')).toMatchObject({
      rules: ['CL-55'], refund: money(60_000n, 'CNY'),
      lines: [{ rule: 'CL-55', amount: '100.00', formula: 'price' }, { rule: 'CL-55', amount: '500.00', formula: '100.00 × 3, at least 500.00' }],
    });
    expect(conflicts.map(({ other }) => other.says)).toEqual(['refund 200.00 (TG-A7)']);
  });
});

const order: Given = on('2026-01-25', { soldBy: 'distance' });
describe('an online order', () => {
  it.each<[string, string, Given, string[]]>([
    ['TG-A14', 'fifteen days from the delivery', order, ['exchange (TG-A14)', 'refund 100.00 (TG-A14)']],
    ['TG-A14', 'not on day 16', { ...order, ...on('2026-01-26') }, []],
    ['TG-A14', 'not at a counter', { ...order, soldBy: 'counter' }, []],
    ['TG-A14', 'not without a fault', { ...order, defect: 'none' }, []],
    ['TG-A14', 'the delivery is asked for', { ...order, deliveredOn: null }, ['deliveredOn? (TG-A14)']],
  ])('%s %s', (_rule, _case, given, expected) => expect(online(given)).toEqual(expected));
});
