import { day } from '@app/kernel';
import type { Gives, RepairTime, Row, ShippedGuarantee, When, Window } from './policy.js';
import type { Delay, Start } from './vocabulary.js';

const art = (n: number) => ({ id: `CAR-${n}`, source: `家用汽车产品修理更换退货责任规定 art. ${n}`, mark: 'S' } as const);
const from: readonly Start[] = ['delivery', 'invoice', 'sale'];
const early: readonly Window[] = [{ n: 60, unit: 'days', of: from }, { n: 3_000, unit: 'km' }];
const notRepair: readonly Delay[] = ['vin_part_transport', 'battery_transport', 'rescue'];
const repairTime = (over: number, of: RepairTime['of']): RepairTime => ({ over, of, rounding: 'started_24_hours', notCounting: notRepair });

/** Done in 20 working days. */
const within = { n: 20, unit: 'working_days', from: 'report' } as const;
const back: readonly Gives[] = [{ remedy: 'exchange', bearer: 'seller', within }, { remedy: 'refund', bearer: 'seller', within }];
/** Under art. 24 alone the consumer pays for the use, by the distance. */
const backForUse: readonly Gives[] = back.map((one) => ({ ...one, fee: { rule: 'CAR-27', by: { makersRateAtMost: '0.005' } } }));
const grave = (when: When): Row => ({ ...art(24), when: { quality: true, inPeriod: 'guarantee', ...when }, gives: backForUse });

/** Household cars, by the order of the market regulator. */
export const carPack: ShippedGuarantee = {
  code: 'household-cars', version: 1, effectiveFrom: day('2022-01-01'), province: null, priceBasis: 'invoice', goods: ['car'], rates: [],
  name: { zh: '家用汽车三包', en: 'Household cars' },
  periods: [
    { ...art(18), name: 'guarantee', lasts: { years: 2, km: 50_000 }, from, restartsOn: ['exchange'] },
    { ...art(18), name: 'repair', lasts: { years: 3, km: 60_000 }, from, restartsOn: ['exchange'] },
  ],
  rows: [
    { ...art(18), when: { quality: true, inPeriod: 'repair' }, gives: [{ remedy: 'repair', bearer: 'seller' }] },
    { ...art(20), when: { quality: true, part: ['main_part'], within: early }, gives: [{ remedy: 'replace_part', bearer: 'seller' }] },
    { ...art(21), when: { inPeriod: 'repair', inRepair: repairTime(5, 'one') }, gives: [{ remedy: 'loaner', terms: ['stand_in'] }, { remedy: 'travel_compensation' }] },
    {
      ...art(22), gives: back,
      when: { quality: true, part: ['assembly', 'main_part'], within: [{ n: 7, unit: 'days', of: from }], is: { unrepairable: true } },
    },
    { ...art(23), when: { defect: ['driving_safety_fault'], within: early }, gives: back },
    grave({ defect: ['safety_fault'], repairs: { atLeast: 2, same: 'fault' }, is: { usable: false } }),
    grave({ part: ['assembly'], repairs: { atLeast: 2, same: 'replaced_part' } }),
    grave({ part: ['main_part'], repairs: { atLeast: 2, same: 'replaced_part' } }),
    grave({ inRepair: repairTime(30, 'all') }),
    grave({ repairs: { atLeast: 5, same: 'fault' } }),
    { ...art(28), when: { quality: true, inPeriod: 'repair' }, gives: [{ right: 'answer', bearer: 'seller', within: { n: 10, unit: 'working_days', from: 'report' } }] },
    { ...art(17), when: {}, gives: [{ right: 'records_kept', bearer: 'repairer', within: { n: 6, unit: 'years', from: 'repair_done' } }] },
    { ...art(3), when: { quality: true, inPeriod: 'repair' }, gives: [{ right: 'recourse', bearer: 'maker' }] },
  ],
};
