import { day, money, rate } from '@app/kernel';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';

type Given = Partial<RemedyFacts>;

/** A car of 100,000.00, delivered on 10 January 2026, with 2,500 km; reported on day 50, when nothing grave is the matter. */
const car = factsOf({
  goods: 'car', price: money(10_000_000n, 'CNY'), soldOn: day('2026-01-05'), invoicedOn: day('2026-01-08'), deliveredOn: day('2026-01-10'),
  reportedOn: day('2026-03-01'), defect: 'other_fault', part: 'other_part', km: 2_500, repairs: [], exchanges: [], usable: true, unrepairable: false, makersRate: rate('0.004'),
});
const usual = ['answer, in 10 working_days of report, by seller (CAR-28)', 'records_kept, in 6 years of repair_done, by repairer (CAR-17)', 'recourse, by maker (CAR-3)'];
const kept = usual[1]!;
const told = (given: Given) => inWords(remedyFor([shippedPack('household-cars')], { ...car, ...given })).filter((line) => !usual.includes(line));
const repair = (from: string, to: string, given: Partial<Repair> = {}): Repair => ({
  receivedOn: day(from), returnedOn: day(to), hours: null, fault: 'other_fault', part: 'main_part', component: 'clutch', replaced: false, late: [], ...given,
});
const times = (n: number, given: Partial<Repair> = {}) => Array.from({ length: n }, () => repair('2026-02-01', '2026-02-02', given));
const on = (reportedOn: string, more: Given = {}): Given => ({ reportedOn: day(reportedOn), ...more });

const repaired = 'repair, by seller (CAR-18)';
const back = (rule: string) => [`exchange, in 20 working_days of report, by seller (${rule})`, `refund 100000.00, in 20 working_days of report, by seller (${rule})`];
const used = (fee = '1000.00', rest = '99000.00') =>
  [`exchange, fee ${fee}, in 20 working_days of report, by seller (CAR-24)`, `refund ${rest}, fee ${fee}, in 20 working_days of report, by seller (CAR-24)`];
const loan = ['loaner, stand_in (CAR-21)', 'travel_compensation (CAR-21)'];
const main: Given = { part: 'main_part', component: 'clutch' };
const major: Given = { ...on('2026-01-17'), part: 'assembly', unrepairable: true };
const unsafe: Given = { defect: 'driving_safety_fault' };
const grave: Given = { defect: 'safety_fault', repairs: times(2, { fault: 'safety_fault' }), usable: false };
const long = (to: string, given: Partial<Repair> = {}) => ({ repairs: [repair('2026-01-15', '2026-01-20'), repair('2026-01-25', to, given)] });
const old: Given = on('2028-01-11', { km: 2_500 });

const table: [string, string, Given, string[]][] = [
  ['CAR-18', 'repair: three years', on('2029-01-10'), [repaired]],
  ['CAR-18', 'not a day more', on('2029-01-11'), ['not covered ()']],
  ['CAR-18', '60,000 km', { km: 60_000 }, [repaired]],
  ['CAR-18', 'not one more', { km: 60_001 }, ['not covered ()']],
  ['CAR-18', 'from the invoice, where the delivery is not known', on('2029-01-08', { deliveredOn: null }), [repaired]],
  ['CAR-18', 'from the sale, where nothing else is', on('2029-01-05', { deliveredOn: null, invoicedOn: null }), [repaired]],
  ['CAR-18', 'from the invoice: no longer', on('2029-01-09', { deliveredOn: null }), ['not covered ()']],
  ['CAR-18', 'the distance is asked for', { km: null }, ['km? (CAR-18, CAR-28, CAR-3)']],
  ['CAR-18', 'nothing without a fault', { defect: 'none' }, ['not covered ()']],
  ['CAR-20', 'a main part on day 60: replaced free', on('2026-03-11', main), [repaired, 'replace_part, by seller (CAR-20)']],
  ['CAR-20', 'not on day 61', on('2026-03-12', main), [repaired]],
  ['CAR-20', '3,000 km', { ...main, km: 3_000 }, [repaired, 'replace_part, by seller (CAR-20)']],
  ['CAR-20', 'not one more', { ...main, km: 3_001 }, [repaired]],
  ['CAR-20', 'not another part, and not without a fault', { ...main, defect: 'none' }, ['not covered ()']],
  ['CAR-21', 'a repair of more than 5 days', { repairs: [repair('2026-02-01', '2026-02-07')] }, [repaired, ...loan]],
  ['CAR-21', 'not of 5', { repairs: [repair('2026-02-01', '2026-02-06')] }, [repaired]],
  ['CAR-21', 'each started 24 hours is a day', { repairs: [repair('2026-02-01', '2026-02-06', { hours: 121 })] }, [repaired, ...loan]],
  ['CAR-21', '120 hours are five', { repairs: [repair('2026-02-01', '2026-02-07', { hours: 120 })] }, [repaired]],
  ['CAR-21', 'not two of three days', { repairs: [repair('2026-02-01', '2026-02-04'), repair('2026-02-06', '2026-02-09')] }, [repaired]],
  ...(['vin_part_transport', 'battery_transport', 'rescue'] as const).map((by): [string, string, Given, string[]] =>
    ['CAR-21', `not counting ${by}`, { repairs: [repair('2026-02-01', '2026-02-07', { late: [{ by, days: 1 }] })] }, [repaired]]),
  ['CAR-21', 'counting other delays', { repairs: [repair('2026-02-01', '2026-02-07', { late: [{ by: 'other_delay', days: 1 }] })] }, [repaired, ...loan]],
  ['CAR-21', 'not out of the period', { km: 60_001, repairs: [repair('2026-02-01', '2026-02-07')] }, ['not covered ()']],
  ['CAR-22', 'an assembly must be replaced on day 7', major, [repaired, ...back('CAR-22')]],
  ['CAR-22', 'a main part too', { ...major, part: 'main_part', km: 3_001 }, [repaired, ...back('CAR-22')]],
  ['CAR-22', 'not on day 8', { ...major, ...on('2026-01-18') }, [repaired]],
  ['CAR-22', 'from the invoice, where the delivery is not known', { ...major, ...on('2026-01-15'), deliveredOn: null }, [repaired, ...back('CAR-22')]],
  ['CAR-22', 'from the sale, where nothing else is', { ...major, ...on('2026-01-12'), deliveredOn: null, invoicedOn: null }, [repaired, ...back('CAR-22')]],
  ['CAR-22', 'not what can be repaired', { ...major, unrepairable: false }, [repaired]],
  ['CAR-22', 'nor another part', { ...major, part: 'other_part' }, [repaired]],
  ['CAR-22', 'nor without a fault', { ...major, defect: 'none' }, ['not covered ()']],
  ['CAR-23', 'steering, brakes, body, fuel or fire on day 60', on('2026-03-11', unsafe), [repaired, ...back('CAR-23')]],
  ['CAR-23', 'not on day 61', on('2026-03-12', unsafe), [repaired]],
  ['CAR-23', 'not after 3,000 km', { ...unsafe, km: 3_001 }, [repaired]],
  ['CAR-23', '3,000 km', { ...unsafe, km: 3_000 }, [repaired, ...back('CAR-23')]],
  ['CAR-24', 'a grave safety fault repaired twice and not cleared', grave, [repaired, ...used()]],
  ['CAR-24', 'not once', { ...grave, repairs: times(1, { fault: 'safety_fault' }) }, [repaired]],
  ['CAR-24', 'not where it is cleared', { ...grave, usable: true }, [repaired]],
  ['CAR-24', 'not another fault', { ...grave, defect: 'other_fault' }, [repaired]],
  ['CAR-24', 'two years', { ...grave, ...on('2028-01-10') }, [repaired, ...used()]],
  ['CAR-24', 'not later', { ...grave, ...old }, [repaired]],
  ['CAR-24', '50,000 km', { ...grave, km: 50_000 }, [repaired, ...used('20000.00', '80000.00')]],
  ['CAR-24', 'not one more', { ...grave, km: 50_001 }, [repaired]],
  ['CAR-24', 'from the invoice, where the delivery is not known', { ...grave, ...on('2028-01-08'), deliveredOn: null }, [repaired, ...used()]],
  ['CAR-24', 'from the sale, where nothing else is', { ...grave, ...on('2028-01-05'), deliveredOn: null, invoicedOn: null }, [repaired, ...used()]],
  ['CAR-24', 'an assembly replaced twice', { part: 'assembly', repairs: times(2, { part: 'assembly', component: null, replaced: true }) }, [repaired, ...used()]],
  ['CAR-24', 'not once', { part: 'assembly', repairs: times(1, { part: 'assembly', component: null, replaced: true }) }, [repaired]],
  ['CAR-24', 'the same main part replaced twice', { ...main, km: 3_001, repairs: times(2, { replaced: true }) }, [repaired, ...used('1200.40', '98799.60')]],
  ['CAR-24', 'not once', { ...main, km: 3_001, repairs: times(1, { replaced: true }) }, [repaired]],
  ['CAR-24', 'not another main part', { ...main, component: 'crankshaft', km: 3_001, repairs: times(2, { replaced: true }) }, [repaired]],
  ['CAR-24', 'not one that was only repaired', { ...main, km: 3_001, repairs: times(2) }, [repaired]],
  ['CAR-24', 'more than 30 days in all', long('2026-02-20'), [repaired, ...used(), ...loan]],
  ['CAR-24', 'not on the 30th', long('2026-02-19'), [repaired, ...loan]],
  ...(['vin_part_transport', 'battery_transport', 'rescue'] as const).map((by): [string, string, Given, string[]] =>
    ['CAR-24', `not counting ${by}`, long('2026-02-20', { late: [{ by, days: 1 }] }), [repaired, ...loan]]),
  ['CAR-24', 'the same problem repaired more than 4 times', { repairs: times(5) }, [repaired, ...used()]],
  ['CAR-24', 'not 4 times', { repairs: times(4) }, [repaired]],
  ['CAR-24', 'nothing without a fault', { ...long('2026-02-20'), defect: 'none' }, [...loan]],
  ['CAR-27', 'price × km ÷ 1000 × the maker\'s rate', grave, [repaired, ...used()]],
  ['CAR-27', 'at most 0.5 %', { ...grave, makersRate: rate('0.006') }, [repaired, ...used('1250.00', '98750.00')]],
  ['CAR-27', 'only under art. 24', major, [repaired, ...back('CAR-22')]],
  ['CAR-27', 'the maker\'s rate is asked for', { ...grave, makersRate: null }, [repaired, 'makersRate? (CAR-24)']],
  ['CAR-29', 'an exchange starts both periods anew', on('2029-03-01', { exchanges: [day('2026-03-01')] }), [repaired]],
  ['CAR-29', 'the other too', { ...grave, ...on('2028-03-01'), exchanges: [day('2026-03-01')] }, [repaired, ...used()]],
  ['CAR-29', 'not for longer', { ...grave, ...on('2028-03-02'), exchanges: [day('2026-03-01')] }, [repaired]],
];

describe('household cars', () => {
  it.each(table)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected));

  it('CAR-28, CAR-17 and CAR-3: an answer in 10 working days, records for six years, recourse to the maker', () => {
    const all = (given: Given) => inWords(remedyFor([shippedPack('household-cars')], { ...car, ...given })).filter((line) => usual.includes(line));
    expect(all({})).toEqual(usual);
    expect(all({ defect: 'none' })).toEqual([kept]);
    expect(all(on('2029-01-11'))).toEqual([kept]);
  });
  it.each<[string, Given]>([
    ['a safety fault', grave], ['an assembly', { part: 'assembly', repairs: times(2, { part: 'assembly', component: null, replaced: true }) }],
    ['a main part', { ...main, repairs: times(2, { replaced: true }) }], ['the days', long('2026-02-20')], ['the repairs', { repairs: times(5) }],
  ])('CAR-27 caps the rate for %s', (_why, given) => {
    expect(told({ ...given, makersRate: rate('0.006') })).toEqual(expect.arrayContaining(used('1250.00', '98750.00')));
  });
  it('CAR-20 and CAR-23 count from the invoice, or the sale, where the delivery is not known', () => {
    const given = { ...main, ...unsafe, deliveredOn: null };
    for (const [more, last, after] of [[{}, '2026-03-09', '2026-03-10'], [{ invoicedOn: null }, '2026-03-06', '2026-03-07']] as const) {
      expect(told(on(last, { ...given, ...more }))).toEqual([repaired, ...back('CAR-23'), 'replace_part, by seller (CAR-20)']);
      expect(told(on(after, { ...given, ...more }))).toEqual([repaired]);
    }
  });
});
