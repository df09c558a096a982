import { day } from '@app/kernel';
import type { Gives, PeriodRow, Row, ShippedGuarantee, When, Window } from './policy.js';
import type { Category, Defect, Remedy } from './vocabulary.js';

const shoes: readonly Category[] = ['leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes', 'other_shoes'];
const leatherGarments: readonly Category[] = ['fur', 'sheepskin', 'synthetic_leather_garment'];
const wovenGarments: readonly Category[] = ['suit', 'zhongshan_suit', 'jacket'];
const garments: readonly Category[] = [...wovenGarments, ...leatherGarments, 'other_garment'];
const apparel: readonly Category[] = [...shoes, ...garments];
const ofNoReturn: readonly Category[] = ['film', 'underwear', 'cosmetics', 'groceries'];
const mallGoods: readonly Category[] = [...apparel, ...ofNoReturn];

const threeGuarantees: readonly Remedy[] = ['repair', 'exchange', 'refund'];
const from = { source: 'S2 ㈤', mark: 'S' } as const;

const back: readonly Gives[] = [{ remedy: 'exchange' }, { remedy: 'refund' }];
const soon = (n: number): Window => ({ n, unit: 'days', of: ['sale', 'invoice'] });
const months = (goods: readonly Category[], n: number): PeriodRow =>
  ({ id: 'TG-A2', ...from, name: 'guarantee', goods, lasts: { months: n }, from: ['sale', 'invoice'] });

/** The consumer chooses: an exchange, or the money. */
const worn = (id: string, when: When): Row => ({
  id, ...from, goods: shoes, when,
  gives: [
    { remedy: 'exchange', fee: { rule: 'TG-A6', by: { daily: '0.003' } } },
    { remedy: 'refund', fee: { rule: 'TG-A6', by: { daily: '0.005' } } },
  ],
});
const unworn = (id: string, defect: Defect): Row =>
  ({ id, ...from, goods: shoes, when: { defect: [defect] }, gives: back });
const never = (id: string, when: When, goods?: readonly Category[]): Row => ({ id, ...from, ...(goods && { goods }), when, denies: threeGuarantees });
const noReturn = (id: string, goods: Category, save: When): Row =>
  ({ id, ...from, goods: [goods], when: {}, denies: ['exchange', 'refund'], save });

/** Three guarantees of the mall: apparel and footwear, and what it takes back of other goods. */
export const apparelPack: ShippedGuarantee = {
  code: 'mall-apparel-and-footwear', version: 1, effectiveFrom: day('2000-01-01'), province: null, priceBasis: 'invoice', goods: mallGoods, rates: [],
  name: { zh: '商场鞋类服装三包', en: 'Three guarantees of the mall: apparel and footwear' },
  periods: [
    months(['leather_shoes'], 3), months(['sports_shoes'], 2), months(['cloth_shoes', 'childrens_shoes'], 1),
    months(['suit', 'fur', 'sheepskin'], 3), months(['synthetic_leather_garment', 'jacket', 'zhongshan_suit'], 2),
  ],
  rows: [
    { ...never('TG-A1', { is: { card: false } }, apparel), save: { is: { acknowledged: true } } },
    { ...never('TG-A12', { is: { voucher: false } }), save: { is: { acknowledged: true } } },
    never('TG-A13.2', { quality: true, outOfPeriod: 'guarantee' }, apparel),
    never('TG-A13.3', { circumstance: ['disposal_goods'] }),
    never('TG-A13.4', { circumstance: ['damaged_by_people', 'taken_apart'] }),
    never('TG-A13.5', { circumstance: ['voucher_mismatch'] }),
    noReturn('TG-A13.6', 'film', { quality: true }),
    never('TG-A13.7', { circumstance: ['soiled', 'washed_out_of_shape'] }, garments),
    noReturn('TG-A13.8', 'underwear', { quality: true }),
    noReturn('TG-A13.9', 'cosmetics', { defect: ['spoiled'], is: { appraised: true } }),
    noReturn('TG-A13.10', 'groceries', { defect: ['expired', 'mouldy'] }),
    { id: 'TG-A1', ...from, goods: shoes, when: {}, gives: [{ right: 'first_handler', bearer: 'counter' }] },
    { id: 'TG-A1', ...from, goods: garments, when: {}, gives: [{ right: 'first_handler', bearer: 'seller' }] },
    {
      id: 'TG-A3', ...from, goods: shoes,
      when: { defect: ['heel_off', 'open_seam', 'paint_loss', 'fading', 'unglued_to_5_cm', 'broken_zip', 'eyelet_lost'] },
      gives: [{ remedy: 'repair', within: { n: 7, unit: 'days', from: 'report' } }, { right: 'recorded' }],
    },
    worn('TG-A4 A', { defect: ['broken_sole'] }),
    worn('TG-A4 B', { defect: ['broken_upper'] }),
    worn('TG-A4 C', { defect: ['unglued_over_5_cm'] }),
    worn('TG-A4 D', { quality: true, repairs: { atLeast: 1, same: 'fault' } }),
    worn('TG-A4 E', { quality: true, priceAtLeast: '210.00', within: [soon(3)] }),
    unworn('TG-A4 F', 'sizes_differ'),
    unworn('TG-A4 G', 'same_foot'),
    unworn('TG-A4 H', 'maker_concealed'),
    // Its refund is the double one of TG-A7.
    { id: 'TG-A4 I', ...from, goods: shoes, when: { defect: ['counterfeit'] }, gives: [{ remedy: 'exchange' }] },
    { id: 'TG-A7', ...from, goods: shoes, when: { defect: ['counterfeit'] }, gives: [{ remedy: 'refund', times: 2 }, { right: 'matter_for_the_authority' }] },
    { id: 'TG-A8', ...from, goods: wovenGarments, when: { defect: ['open_seam', 'shine', 'broken_zip'] }, gives: [{ remedy: 'repair' }] },
    {
      id: 'TG-A8', ...from, goods: wovenGarments, when: { defect: ['open_seam', 'shine', 'broken_zip'], repairs: { atLeast: 1, same: 'fault' } },
      gives: back,
    },
    { id: 'TG-A9', ...from, goods: leatherGarments, when: { defect: ['open_seam', 'broken_zip'] }, gives: [{ remedy: 'repair' }] },
    {
      id: 'TG-A9', ...from, goods: leatherGarments, when: { defect: ['rotted_hide', 'hair_loss', 'fading'] },
      gives: [
        { remedy: 'exchange', fee: { rule: 'TG-A9', by: { daily: '0.003' } } },
        { remedy: 'refund', fee: { rule: 'TG-A9', by: { daily: '0.005' } } },
      ],
    },
    {
      id: 'TG-A10', ...from, goods: garments,
      when: {
        defect: ['displeases'], is: { unworn: true },
        anyOf: [{ within: [soon(3)] }, { within: [soon(10)], is: { outOfTown: true } }],
      },
      gives: [{ remedy: 'exchange' }],
    },
    { id: 'TG-A10', ...from, goods: garments, when: { dueBy: ['TG-A10'], is: { likeModel: false } }, gives: [{ remedy: 'refund' }] },
    // The mall says what it does not take back, not what it gives instead: a true fault of such goods is exchanged or refunded.
    { id: 'TG-A13.6', ...from, goods: ['film'], when: {}, gives: back },
    { id: 'TG-A13.8', ...from, goods: ['underwear'], when: {}, gives: back },
    { id: 'TG-A13.9', ...from, goods: ['cosmetics'], when: {}, gives: back },
    { id: 'TG-A13.10', ...from, goods: ['groceries'], when: {}, gives: back },
    { id: 'TG-A11', ...from, goods: apparel, when: { quality: false }, gives: [{ remedy: 'agreement' }] },
    { id: 'TG-A15', ...from, when: { otherwise: true }, gives: [{ remedy: 'agreement' }] },
  ],
};
