import type { PackKind } from '@app/policies';
import { parseGuaranteePack } from './parse-pack.js';
import type { GuaranteeRules, ShippedGuarantee } from './policy.js';
import { guaranteePacks } from './shipped-packs.js';

/** What the three guarantees, a brand or the law give: which of them applies to which goods, the table of goods says. */
export const guaranteeKind: PackKind<GuaranteeRules> = {
  kind: 'guarantee',
  zh: '三包规则',
  en: 'guarantees',
  parse: parseGuaranteePack,
  shipped: guaranteePacks.map((pack) => ({
    code: pack.code, version: pack.version, effectiveFrom: pack.effectiveFrom, zh: pack.name.zh, en: pack.name.en, rules: rulesOf(pack),
  })),
};

function rulesOf({ province, priceBasis, goods, periods, rates, rows }: ShippedGuarantee): GuaranteeRules {
  return { province, priceBasis, goods, periods, rates, rows };
}
