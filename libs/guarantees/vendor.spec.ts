import { day, money } from '@app/kernel';
import { factsOf, type RemedyFacts } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { guaranteePacks } from './shipped-packs.js';

type Given = Partial<RemedyFacts>;

/** Goods of 600.00, sold, delivered and accepted on 10 January 2026, with a fault and nothing done to them. */
const goods = factsOf({
  goods: 'general_goods', price: money(60_000n, 'CNY'), soldOn: day('2026-01-10'), deliveredOn: day('2026-01-10'), acceptedOn: day('2026-01-10'),
  reportedOn: day('2026-03-01'), defect: 'other_fault', circumstances: [], voucher: true, unrepairable: false, hoursUnrepaired: 1, repairs: [],
});
const told = (given: Given) => {
  const facts = { ...goods, ...given };
  return inWords(remedyFor(guaranteePacks.filter((pack) => pack.goods !== 'all' && pack.goods.includes(facts.goods)), facts));
};
const on = (reportedOn: string, more: Given = {}): Given => ({ reportedOn: day(reportedOn), ...more });

const paidOut = 'paid_repair, paying materials and labour and freight_both_ways (TG-D1)';
const paidIn = ['paid_repair, paying materials and labour (TG-D1)', 'not covered (TG-D1)'];
const brokenFor = (given: Given): Given => on('2026-01-17', { unrepairable: true, ...given });

const general: [string, string, Given, string[]][] = [
  ['TG-D1', 'a year from the sale', on('2027-01-10'), ['repair (TG-D1)']],
  ['TG-D1', 'from the invoice, where the sale is not known', on('2027-01-10', { soldOn: null, invoicedOn: day('2026-01-10') }), ['repair (TG-D1)']],
  ['TG-D1', 'past it the user pays materials, labour and freight', on('2027-01-11'), [paidOut, 'not covered ()']],
  ['TG-D1', 'nothing without a fault', { defect: 'none' }, ['not covered ()']],
  ['TG-D1', 'within 7 days what cannot be repaired is exchanged or refunded', brokenFor({}), ['repair (TG-D1)', 'exchange (TG-D1)', 'refund 600.00 (TG-D1)']],
  ['TG-D1', 'not on day 8', brokenFor(on('2026-01-18')), ['repair (TG-D1)']],
  ['TG-D1', 'not without receipt', brokenFor({ voucher: false }), ['repair (TG-D1)']],
  ['TG-D1', 'not what can be repaired', brokenFor({ unrepairable: false }), ['repair (TG-D1)']],
  ['TG-D1', 'nor what has no fault', brokenFor({ defect: 'none' }), ['not covered ()']],
  ['TG-D1', 'only paid repair for misuse', brokenFor({ circumstances: ['misuse'] }), paidIn],
  ['TG-D1', 'for improper storage', brokenFor({ circumstances: ['improper_storage'] }), paidIn],
  ['TG-D1', 'for damage', brokenFor({ circumstances: ['damaged_by_people'] }), paidIn],
  ['TG-D1', 'for others\' repair', brokenFor({ circumstances: ['others_repair'] }), paidIn],
  ['TG-D1', 'for consumables', brokenFor({ circumstances: ['consumable'] }), paidIn],
  ['TG-D1', 'for force majeure', brokenFor({ circumstances: ['force_majeure'] }), paidIn],
  ['TG-D1', 'misuse past the year pays freight too', on('2027-01-11', { circumstances: ['misuse'] }), [paidOut, 'not covered (TG-D1)']],
];

const suit: Given = { goods: 'uniform' };
const always = ['rework, in 15 working_days of report (TG-D2)', 'on_site_service, in 3 days of report by 2028-01-13 (TG-D2)'];
const kept = ['sizes_on_file (TG-D8)', 'fabric_reserved (TG-D8)', 'unchanged_price (TG-D8)', 'sealed_sample (TG-D8)'];
const work: Given = { goods: 'plumbing_work' };
const visit = 'on_site_service, in 24 hours of report (TG-D3)';

const crafts: [string, string, Given, string[]][] = [
  ['TG-D2', 'a uniform: exchange or refund without condition for two years', on('2028-01-10', suit),
    ['exchange, without_condition (TG-D2)', 'refund 600.00, without_condition (TG-D2)', ...always, ...kept]],
  ['TG-D2', 'from the sale, where there was no delivery', on('2028-01-10', { ...suit, deliveredOn: null }),
    ['exchange, without_condition (TG-D2)', 'refund 600.00, without_condition (TG-D2)', ...always, ...kept]],
  ['TG-D2', 'from the delivery, whatever the sale', on('2028-01-10', { ...suit, soldOn: null }),
    ['exchange, without_condition (TG-D2)', 'refund 600.00, without_condition (TG-D2)', ...always, ...kept]],
  ['TG-D2', 'not a day more', on('2028-01-11', suit), [always[0]!, always[1]!.replace('13', '14'), ...kept]],
  ['TG-D2', 'not without a fault', on('2028-01-10', { ...suit, defect: 'none' }), [...always, ...kept]],
  ['TG-D2', 'what the wearer damaged is mended where possible, in any year', on('2029-01-10', { ...suit, circumstances: ['damaged_by_people'] }),
    ['repair, where_possible (TG-D2)', always[0]!, 'on_site_service, in 3 days of report by 2029-01-13 (TG-D2)', ...kept]],
  ['TG-D8', 'sizes are kept, fabric reserved, the price held, a sample sealed', on('2028-01-10', { ...suit, defect: 'none' }), [...always, ...kept]],
  ['TG-D8', 'not for other goods', { goods: 'general_goods' }, ['repair (TG-D1)']],
  ['TG-D3', 'plumbing: three years', on('2029-01-10', work), ['repair (TG-D3)', visit]],
  ['TG-D3', 'from the sale, where nothing was accepted', on('2029-01-10', { ...work, acceptedOn: null }), ['repair (TG-D3)', visit]],
  ['TG-D3', 'from the acceptance, whatever the sale', on('2029-01-10', { ...work, soldOn: null }), ['repair (TG-D3)', visit]],
  ['TG-D3', 'not a day more', on('2029-01-11', work), [visit]],
  ['TG-D3', 'not without a fault', { ...work, defect: 'none' }, [visit]],
  ['TG-D3', 'what people damaged is repaired at cost', { ...work, circumstances: ['damaged_by_people'] }, [visit, 'paid_repair, paying materials (TG-D3)']],
];

const device: Given = { goods: 'equipment' };
const stock = ['spare_parts, in 3 years of warranty_end (TG-D4)', 'spare_parts_stock, in 1 years of warranty_end (TG-D4)', 'inspection, in 6 months of each_time, report (TG-D4)'];
const heater: Given = { goods: 'heater' };
const [phone, arrival] = ['phone_contact, in 30 minutes of report (TG-D5)', 'on_site_service, in 3 hours of report (TG-D5)'];
const inFour = 'repair, in 4 hours of arrival (TG-D5)';

const equipment: [string, string, Given, string[]][] = [
  ['TG-D4', 'equipment: three years from the sign-off, at the supplier\'s cost, round the clock', on('2029-01-10', device), ['repair, by supplier (TG-D4)', 'round_the_clock (TG-D4)', ...stock]],
  ['TG-D4', 'not a day more, but spare parts', on('2029-01-11', device), [...stock, 'not covered ()']],
  ['TG-D4', 'not without a fault', { ...device, defect: 'none', hoursUnrepaired: 9 }, [...stock, 'not covered ()']],
  ['TG-D4', 'the sign-off is asked for', { ...device, acceptedOn: null }, [...stock, 'acceptedOn? (TG-D4)']],
  ['TG-D4', 'not repaired in 8 hours: the same model lent', { ...device, hoursUnrepaired: 9 },
    ['repair, by supplier (TG-D4)', 'loaner, by supplier, same_model, until_repaired (TG-D4)', 'round_the_clock (TG-D4)', ...stock]],
  ['TG-D4', 'not within them', { ...device, hoursUnrepaired: 8 }, ['repair, by supplier (TG-D4)', 'round_the_clock (TG-D4)', ...stock]],
  ['TG-D4', 'nor out of warranty', on('2029-01-11', { ...device, hoursUnrepaired: 9 }), [...stock, 'not covered ()']],
  ['TG-D5', 'heaters: phone, visit, repair', heater, [inFour, arrival, phone]],
  ['TG-D5', 'five years', on('2031-01-10', heater), [inFour, arrival, phone]],
  ['TG-D5', 'then materials at cost', on('2031-01-11', { ...heater, hoursUnrepaired: 5 }), [arrival, 'paid_repair, paying materials (TG-D5)', phone]],
  ['TG-D5', 'the acceptance is asked for', { ...heater, acceptedOn: null }, [arrival, phone, 'acceptedOn? (TG-D5)']],
  ['TG-D5', 'a stand-in after 4 hours', { ...heater, hoursUnrepaired: 5 }, [inFour, 'loaner, stand_in (TG-D5)', arrival, phone]],
  ['TG-D5', 'not within them', { ...heater, hoursUnrepaired: 4 }, [inFour, arrival, phone]],
  ['TG-D5', 'nor without a fault', { ...heater, defect: 'none', hoursUnrepaired: 5 }, [arrival, phone]],
  ['TG-D5', 'replaced when faulty within a week of delivery', on('2026-01-17', heater), [inFour, 'exchange (TG-D5)', arrival, phone]],
  ['TG-D5', 'not on day 8', on('2026-01-18', heater), [inFour, arrival, phone]],
  ['TG-D5', 'not what has no fault', on('2026-01-17', { ...heater, defect: 'none' }), [arrival, phone]],
  ['TG-D5', 'the delivery is asked for', { ...heater, deliveredOn: null }, [inFour, arrival, phone, 'deliveredOn? (TG-D5)']],
];

const works: Given = { goods: 'project' };
const terms = ['work_done, in 20 days of signing (TG-D6)', 'no_subcontracting (TG-D6)', 'changes_in_writing (TG-D6)'];
const pledged: Given = { goods: 'pledged_goods' };
const extension = 'paid_extension (TG-D7)';
const five: Given = { goods: 'guaranteed_equipment', contractMonths: 24 };
const services = ['free_delivery (TG-D9)', 'free_installation (TG-D9)', 'price_held (TG-D9)'];

const contracts: [string, string, Given, string[]][] = [
  ['TG-D6', 'a project: three years, and the supplier bears the loss', on('2029-01-10', works), ['repair, by supplier (TG-D6)', 'loss, by supplier (TG-D6)', ...terms]],
  ['TG-D6', 'not a day more', on('2029-01-11', works), [...terms, 'not covered ()']],
  ['TG-D6', 'not without a fault', { ...works, defect: 'none' }, [...terms, 'not covered ()']],
  ['TG-D6', 'the acceptance is asked for', { ...works, acceptedOn: null }, [...terms, 'acceptedOn? (TG-D6)']],
  ['TG-D6', 'goods not to contract are returned without condition', on('2029-01-11', { ...works, defect: 'not_to_contract' }), ['refund 600.00, without_condition (TG-D6)', ...terms]],
  ['TG-D7', 'seven days without reason', on('2026-01-17', { ...pledged, defect: 'none' }), ['refund 600.00, without_condition (TG-D7)', extension]],
  ['TG-D7', 'not on day 8', on('2026-01-18', { ...pledged, defect: 'none' }), [extension, 'not covered ()']],
  ['TG-D7', 'fifteen days of free repair', on('2026-01-25', pledged), ['repair (TG-D7)', extension]],
  ['TG-D7', 'not on day 16', on('2026-01-26', pledged), [extension, 'not covered ()']],
  ['TG-D7', 'from the sale, where there was no delivery', on('2026-01-17', { ...pledged, deliveredOn: null }), ['repair (TG-D7)', 'refund 600.00, without_condition (TG-D7)', extension]],
  ['TG-D7', 'from the delivery, whatever the sale', on('2026-01-17', { ...pledged, soldOn: null }), ['repair (TG-D7)', 'refund 600.00, without_condition (TG-D7)', extension]],
  ['TG-D9', 'not to contract at delivery: a refund', on('2026-01-10', { ...five, defect: 'not_to_contract' }), ['repair (TG-D9)', 'exchange (TG-D9)', 'refund 600.00 (TG-D9)', ...services]],
  ['TG-D9', 'not the day after', on('2026-01-11', { ...five, defect: 'not_to_contract' }), ['repair (TG-D9)', 'exchange (TG-D9)', ...services]],
  ['TG-D9', 'not for another fault', on('2026-01-10', five), ['repair (TG-D9)', 'exchange (TG-D9)', ...services]],
  ['TG-D9', 'the delivery is asked for', on('2026-01-10', { ...five, defect: 'not_to_contract', deliveredOn: null }), ['repair (TG-D9)', 'exchange (TG-D9)', ...services, 'deliveredOn? (TG-D9)']],
  ['TG-D9', 'a fault in the term of the contract: a free exchange', on('2028-01-10', five), ['repair (TG-D9)', 'exchange (TG-D9)', ...services]],
  ['TG-D9', 'from the delivery, where nothing was accepted', on('2028-01-10', { ...five, acceptedOn: null }), ['repair (TG-D9)', 'exchange (TG-D9)', ...services]],
  ['TG-D9', 'from the acceptance, whatever the delivery', on('2028-01-10', { ...five, deliveredOn: null }), ['repair (TG-D9)', 'exchange (TG-D9)', ...services]],
  ['TG-D9', 'after it parts at cost, no labour, and a contract by the year', on('2028-01-11', five),
    ['paid_repair, paying materials (TG-D9)', ...services, 'flat_contract, in 1 years of signing (TG-D9)', 'not covered ()']],
  ['TG-D9', 'not without a fault', { ...five, defect: 'none' }, [...services, 'not covered ()']],
  ['TG-D9', 'the term is asked for', { ...five, contractMonths: null }, [...services, 'contractMonths? (TG-D9)']],
];


describe('general goods', () => it.each(general)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected)));
describe('tailors and plumbers', () => it.each(crafts)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected)));
describe('equipment', () => it.each(equipment)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected)));
describe('contracts', () => it.each(contracts)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected)));
