import { day, rate, type Rate } from '@app/kernel';
import { field, registerPackKind, rulesReader, shippedHeads, type PackKind, type PackRow } from '@app/policies';

export interface TariffRow extends PackRow {
  readonly rate: Rate;
}
export interface TariffRules {
  readonly tariffs: readonly TariffRow[];
}

export const tariff = (id: string, of: string): TariffRow => ({ id, source: 'house rules', mark: 'D', rate: rate(of) });
export const rulesOf = (...rows: TariffRow[]): TariffRules => ({ tariffs: rows });

/** A kind as a room above registers one, with two versions of one code, and one of another that names the first. */
export const tariffs: PackKind<TariffRules> = {
  kind: 'tariff', zh: '费率', en: 'tariffs',
  parse: rulesReader<TariffRules>({ tariffs: { rate: field.factor } }),
  shipped: [
    { code: 'wear', version: 1, effectiveFrom: day('2020-01-01'), zh: '折旧', en: 'Wear', rules: rulesOf(tariff('T-1', '0.005')) },
    { code: 'wear', version: 2, effectiveFrom: day('2026-07-01'), zh: '折旧', en: 'Wear', rules: rulesOf(tariff('T-1', '0.004')) },
    { code: 'late', version: 1, effectiveFrom: day('2021-01-01'), zh: '滞纳', en: 'Late', rules: rulesOf(tariff('T-2', '0.003')) },
  ],
  // A row's id may name another code of this kind.
  refersTo: ({ tariffs: rows }) => rows.flatMap(({ id }, i) =>
    id.startsWith('see ') ? [{ kind: 'tariff', code: id.slice(4), path: `tariffs.${i}.id`, row: id }] : []),
};
registerPackKind(tariffs);

export const shippedTariff = (code: string, version: number): string =>
  shippedHeads('tariff').find(({ pack }) => pack.code === code && pack.version === version)!.id;
