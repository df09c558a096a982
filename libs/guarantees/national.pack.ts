import { day } from '@app/kernel';
import { nationalGoods, nationalPeriods, nationalRates } from './national-products.pack.js';
import type { RepairTime, ShippedGuarantee, Window } from './policy.js';
import type { Category, Delay } from './vocabulary.js';

const art = (n: string) => ({ source: `部分商品修理更换退货责任规定 art. ${n}`, mark: 'S' } as const);
const days = (n: number): Window => ({ n, unit: 'days', of: ['sale', 'invoice'] });
const late = (over: number, lateBy: Delay): RepairTime => ({ over, of: 'one', rounding: 'calendar_days', lateBy });
const phones: readonly Category[] = ['mobile_phone'];

/** The rules under which an exchange is due. */
export const exchangeRules = ['N-15', 'N-2R', 'N-90', 'N-30'] as const;

/** The national three guarantees for products of the list. */
export const nationalPack: ShippedGuarantee = {
  code: 'national-three-guarantees', version: 1, effectiveFrom: day('1995-08-25'), province: null, priceBasis: 'invoice', goods: nationalGoods,
  name: { zh: '国家三包规定', en: 'National three guarantees' },
  periods: nationalPeriods({ id: 'N-START', source: '1995 rules, annex', extendedByRepair: true, restartsOn: ['exchange'] }),
  rates: nationalRates,
  rows: [
    {
      id: 'N-17', ...art('17'), mark: '2', denies: ['repair', 'exchange', 'refund'],
      when: { circumstance: ['misuse', 'improper_storage', 'damaged_by_people', 'others_repair', 'taken_apart', 'voucher_mismatch', 'force_majeure'] },
    },
    { id: 'N-START', ...art('8'), when: { quality: true, inPeriod: 'guarantee' }, gives: [{ remedy: 'repair', bearer: 'repairer' }] },
    {
      id: 'N-7', ...art('9'), when: { defect: ['performance_fault'], within: [days(7)] },
      gives: [
        { remedy: 'refund', within: { n: 0, unit: 'days', from: 'report' }, bearer: 'seller' }, { remedy: 'exchange', bearer: 'seller' },
        { remedy: 'repair', bearer: 'seller' }, { right: 'recourse', bearer: 'maker' },
      ],
    },
    {
      id: 'N-15', ...art('10'), when: { defect: ['performance_fault'], within: [days(15)] },
      gives: [{ remedy: 'exchange', bearer: 'seller', terms: ['same_model'] }, { remedy: 'repair', bearer: 'seller' }],
    },
    { id: 'N-2R', ...art('11'), when: { inPeriod: 'guarantee', repairs: { atLeast: 2 }, is: { usable: false } }, gives: [{ remedy: 'exchange', bearer: 'seller' }] },
    {
      id: 'N-90', ...art('12(1)'), goods: nationalGoods.filter((one) => one !== 'mobile_phone'),
      when: { inPeriod: 'guarantee', inRepair: late(90, 'parts_missing') }, gives: [{ remedy: 'exchange', bearer: 'seller' }],
    },
    { id: 'N-90', ...art('12(1)'), mark: '2', goods: phones, when: { inPeriod: 'guarantee', inRepair: late(60, 'parts_missing') }, gives: [{ remedy: 'exchange', bearer: 'seller' }] },
    { id: 'N-30', ...art('12(2)'), when: { inPeriod: 'guarantee', inRepair: late(30, 'repairer') }, gives: [{ remedy: 'exchange', bearer: 'repairer' }] },
    { id: 'N-RETa', ...art('13'), when: { dueBy: exchangeRules, is: { likeModel: false } }, gives: [{ remedy: 'refund', bearer: 'seller' }] },
    {
      id: 'N-RETb', ...art('13'), when: { dueBy: exchangeRules, is: { likeModel: true } },
      gives: [{ remedy: 'refund', bearer: 'seller', fee: { rule: 'N-RETb', by: { table: true }, from: ['invoice', 'sale'], notCountingRepair: true } }],
    },
    {
      id: 'N-30U', ...art('–'), mark: '2', when: { quality: true, repairs: { atLeast: 1 }, within: [{ n: 30, unit: 'days', of: ['last_repair'] }] },
      gives: [{ right: 'works_thirty_days', bearer: 'repairer' }],
    },
  ],
};

const zhejiang = { source: '浙江 2017', mark: 'S' } as const;

/** What Zhejiang adds for its consumers. */
export const zhejiangPack: ShippedGuarantee = {
  code: 'zhejiang-three-guarantees', version: 1, effectiveFrom: day('2017-05-01'), province: 'CN-ZJ', priceBasis: 'invoice', goods: nationalGoods, rates: [],
  name: { zh: '浙江三包规定', en: 'Three guarantees in Zhejiang' },
  periods: nationalPeriods({ id: 'ZJ-RESET', source: zhejiang.source, extendedByRepair: true, restartsOn: ['exchange', 'part_repaired'] }),
  rows: [
    { id: 'ZJ-5', ...zhejiang, when: { quality: true, inPeriod: 'guarantee' }, gives: [{ remedy: 'repair', within: { n: 5, unit: 'days', from: 'report' } }] },
    { id: 'ZJ-5', ...zhejiang, when: { inPeriod: 'guarantee', inRepair: { over: 5, of: 'one', rounding: 'calendar_days' } }, gives: [{ remedy: 'loaner', terms: ['stand_in'] }] },
    {
      id: 'ZJ-35', ...zhejiang,
      when: { inPeriod: 'guarantee', anyOf: [{ repairs: { atLeast: 2 } }, { inRepair: { over: 35, of: 'all', rounding: 'calendar_days' } }] },
      gives: [{ remedy: 'exchange' }, { remedy: 'refund' }],
    },
    { id: 'ZJ-RET', ...zhejiang, when: { dueBy: exchangeRules }, gives: [{ remedy: 'refund' }] },
  ],
};

const regulation = { source: '消费者权益保护法实施条例 2024', mark: 'S' } as const;

/** What the regulation of 2024 adds: the price really paid, at once; a replacement begins anew, and repair does not count. */
export const regulationPack: ShippedGuarantee = {
  code: 'consumer-regulation-2024', version: 1, effectiveFrom: day('2024-07-01'), province: null, priceBasis: 'paid', goods: nationalGoods, rates: [],
  name: { zh: '消费者权益保护法实施条例', en: 'Regulation on consumer protection, 2024' },
  periods: nationalPeriods({ id: 'REG-PERIOD', source: regulation.source, extendedByRepair: true, restartsOn: ['exchange', 'part_replaced'] }),
  rows: [
    { id: 'REG-PAID', ...regulation, when: { dueBy: ['N-7', 'N-RETa'] }, gives: [{ remedy: 'refund', within: { n: 0, unit: 'days', from: 'report' } }] },
    { id: 'REG-PERIOD', ...regulation, when: { quality: true, inPeriod: 'guarantee' }, gives: [{ remedy: 'repair' }] },
  ],
};
