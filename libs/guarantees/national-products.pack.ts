import type { Lengths, Mark, PeriodRow, RateRow } from './policy.js';
import type { Category, Part } from './vocabulary.js';

/** One line of the law's table: how long the whole and its parts are guaranteed, and the daily rate of wear. */
interface Product {
  readonly goods: readonly Category[];
  readonly daily: string;
  readonly mark: Mark;
  readonly whole: Lengths;
  readonly wholeMark?: Mark;
  readonly main?: Lengths;
  readonly others?: readonly (readonly [Part, Lengths])[];
}

const years = (n: number): Lengths => ({ years: n });

const products: readonly Product[] = [
  { goods: ['bicycle'], whole: years(1), main: years(2), daily: '0.0005', mark: 'S' },
  { goods: ['colour_tv', 'flat_tv'], whole: years(1), main: years(3), daily: '0.001', mark: 'S' },
  { goods: ['black_and_white_tv'], whole: years(1), main: years(3), daily: '0.0005', mark: 'S' },
  // Where main parts last as long as the whole, the law's line for them says nothing more.
  { goods: ['video_recorder'], whole: years(1), daily: '0.001', mark: 'S' },
  { goods: ['air_conditioner'], whole: years(1), wholeMark: 'W', main: years(3), daily: '0.001', mark: '2' },
  { goods: ['camcorder'], whole: years(1), daily: '0.001', mark: '2' },
  { goods: ['refrigerator', 'washing_machine', 'fan', 'vacuum_cleaner'], whole: years(1), wholeMark: 'W', main: years(3), daily: '0.0005', mark: '2' },
  { goods: ['microwave_oven'], whole: years(1), wholeMark: 'W', main: years(2), daily: '0.0005', mark: '2' },
  { goods: ['range_hood', 'gas_water_heater'], whole: years(1), daily: '0.0005', mark: '2' },
  {
    goods: ['mobile_phone'], whole: years(1), daily: '0.005', mark: '2',
    others: [['battery', { months: 6 }], ['headset', { months: 3 }]],
  },
  { goods: ['personal_computer'], whole: years(1), main: years(2), daily: '0.0025', mark: '2' },
];

export const nationalGoods: readonly Category[] = products.flatMap(({ goods }) => goods);

/** How the periods of a pack over these products behave; lengths are the table's. */
export const nationalPeriods = (shared: Pick<PeriodRow, 'id' | 'source' | 'restartsOn' | 'extendedByRepair'>): readonly PeriodRow[] =>
  products.flatMap(({ goods, mark, whole, wholeMark = mark, main, others = [] }) => goods.flatMap((one) => {
    const row = (lasts: Lengths, sure: Mark, parts?: readonly Part[]): PeriodRow => ({
      ...shared, mark: sure, name: 'guarantee', goods: [one], lasts, ...(parts && { parts }),
      from: one === 'flat_tv' ? ['installation', 'delivery', 'invoice', 'sale'] : ['invoice', 'sale'],
      ...(one === 'mobile_phone' && { elseDaysFromMaking: 90 }),
    });
    return [row(whole, wholeMark), ...(main ? [row(main, mark, ['main_part'])] : []), ...others.map(([part, lasts]) => row(lasts, mark, [part]))];
  }));

export const nationalRates: readonly RateRow[] = products.flatMap(({ goods, daily, mark }) =>
  goods.map((one) => ({ id: 'N-RETb', source: '1995 rules, annex', mark, goods: [one], daily })));
