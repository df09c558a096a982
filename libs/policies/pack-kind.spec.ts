import { day, money, rate, type Money, type Rate } from '@app/kernel';
import { digestOf } from './canonical.js';
import { goodsKind } from './goods-kind.js';
import { packKind, registerPackKind, shippedHeads, shippedProblems, type PackKind, type PackRow, type ShippedPack } from './pack-kind.js';
import { amount, calendarDay, factor, flag, listOf, object, optional, orNull, text, whole } from './rule-fields.js';
import { rulesReader } from './rules-reader.js';

interface FeeRow extends PackRow {
  readonly fee: Money;
  readonly daily: Rate;
  readonly since: string;
  readonly days: number;
  readonly worn: boolean;
  readonly note: string | null;
  readonly steps?: readonly { readonly at: number }[] | undefined;
}
interface FeeRules {
  readonly fees: readonly FeeRow[];
  readonly title: string;
}

const parse = rulesReader<FeeRules>({
  fees: {
    fee: amount, daily: factor, since: calendarDay, days: whole(0, 366), worn: flag, note: orNull(text(20)), steps: optional(listOf(object({ at: whole(0, 9) }))),
  },
  title: text(20),
});
const fee: FeeRow = { id: 'F-1', source: 'S2', mark: 'S', fee: money(21_000n, 'CNY'), daily: rate('0.005'), since: day('2026-01-01'), days: 7, worn: true, note: null };
const plain = { ...fee, fee: { minor: '21000', currency: 'CNY' } };
const pack = (version: number, effectiveFrom: string, rules: FeeRules = { title: 'Fees', fees: [fee] }): ShippedPack<FeeRules> =>
  ({ code: 'fees', version, effectiveFrom: day(effectiveFrom), zh: '费用', en: 'fees', rules });
const kind = (...shipped: ShippedPack<FeeRules>[]): PackKind<FeeRules> => ({ kind: 'fees', zh: '费用', en: 'fees', parse, shipped });

describe('Rules', () => {
  it('come back from JSON as what they were, amounts and rates exact', () => {
    expect(parse({ title: 'Fees', fees: [plain] })).toEqual({ rules: { title: 'Fees', fees: [fee] } });
    expect(parse({ title: 'Fees', fees: [{ ...plain, steps: [{ at: 1 }] }] }).rules?.fees[0]?.steps).toEqual([{ at: 1 }]);
  });

  it.each([
    ['an amount that is a number', { fee: 210 }, 'fees.0.fee', 'AMOUNT'],
    ['an amount with leading zeros', { fee: { minor: '0210', currency: 'CNY' } }, 'fees.0.fee', 'AMOUNT'],
    ['an amount with more to say', { fee: { minor: '210', currency: 'CNY', tax: 1 } }, 'fees.0.fee', 'AMOUNT'],
    ['a rate that is a float', { daily: 0.005 }, 'fees.0.daily', 'RATE'],
    ['a rate in another spelling', { daily: '0.0050' }, 'fees.0.daily', 'RATE'],
    ['a rate that is none', { daily: 'half' }, 'fees.0.daily', 'RATE'],
    ['a day that is none', { since: '2026-02-30' }, 'fees.0.since', 'DAY'],
    ['a part of a day', { days: 1.5 }, 'fees.0.days', 'WHOLE'],
    ['too many days', { days: 367 }, 'fees.0.days', 'WHOLE'],
    ['a yes that is text', { worn: 'true' }, 'fees.0.worn', 'FLAG'],
    ['a note that is missing', { note: undefined }, 'fees.0.note', 'TEXT'],
    ['a fault deep within', { steps: [{ at: 1 }, { at: 10 }] }, 'fees.0.steps.1.at', 'WHOLE'],
  ])('with %s are refused there', (_wrong, changed, path, code) => {
    expect(parse({ title: 'Fees', fees: [{ ...plain, ...changed }] }).problems).toMatchObject([{ path, row: 'F-1', code }]);
  });

  it('say what is wrong with a setting too', () => {
    expect(parse({ title: '', fees: [] }).problems).toMatchObject([{ path: 'title', row: null, code: 'TEXT' }]);
  });
});

describe('Shipped packs', () => {
  it('are sound where they read back, in order', () => {
    expect(shippedProblems(kind(pack(1, '2026-01-01'), pack(2, '2026-06-01')))).toEqual([]);
  });

  it.each([
    ['a version out of order', kind(pack(2, '2026-01-01'), pack(1, '2026-06-01')), 'fees 1 comes before its forerunner'],
    ['a version that starts with its forerunner', kind(pack(1, '2026-01-01'), pack(2, '2026-01-01')), 'fees 2 comes before its forerunner'],
    ['rules their own parser refuses', kind(pack(1, '2026-01-01', { title: '', fees: [] })), 'fees 1 title: must be text of 1 to 20 characters'],
    ['rules that read back as others', { ...kind(pack(1, '2026-01-01')), parse: () => ({ rules: { title: 'x', fees: [] } }) }, 'fees 1 reads back as something else'],
    ['a code that is none', kind({ ...pack(1, '2026-01-01'), code: 'Fees!' }), 'Fees! 1 is no code'],
  ])('are not sound with %s', (_wrong, wrong, told) => {
    expect(shippedProblems(wrong)).toEqual([told]);
    expect(() => registerPackKind(wrong)).toThrow(told);
    expect(packKind('fees')).toBeNull();
  });

  it('are known by kind once registered, each with the digest of its rules; a second room of that kind does not boot', () => {
    registerPackKind(goodsKind);
    registerPackKind(goodsKind);
    expect(shippedHeads('goods').map(({ kind: of, digest }) => [of, digest])).toEqual([['goods', digestOf(goodsKind.shipped[0]!.rules)]]);
    expect(shippedHeads('nothing')).toEqual([]);
    expect(() => registerPackKind({ ...goodsKind })).toThrow('Two rooms');
  });
});
