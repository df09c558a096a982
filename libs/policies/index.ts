export {
  codeShape, marks, packKind, packKinds, registerPackKind, shippedHeads, shippedProblems,
  type Mark, type PackKind, type PackReference, type PackRow, type Parsed, type RuleProblem, type ShippedHead, type ShippedPack,
} from './pack-kind.js';
export { canonicalText, digestOf } from './canonical.js';
export { rulesReader, type RowFields, type Sections } from './rules-reader.js';
export * as field from './rule-fields.js';
export { headsInForce, packInForce, packsInForce, usedPack, type PackInForce, type PackUsed } from './pack-in-force.js';
export { adoptPack, type AdoptPack } from './adopt-pack.js';
export { decidePack, type DecidePack } from './decide-pack.js';
export { packDifference, shownRows, type FieldChange, type RowChange, type ShownRow } from './pack-difference.js';
export type { Pack, PackState } from './pack.sql.js';
export { proposePack, type ProposePack } from './propose-pack.js';
export { comparePacks, packsAfter, readPacks, rowsOfPacks, rulesAsJson, shippedPacks, type PackFilter } from './read-packs.js';
export { goodsCode, goodsKind } from './goods-kind.js';
export { priceBases, type GoodsRow, type GoodsRules, type PriceBasis } from './goods-rules.js';
export { refuse as refusePolicies } from './refusals.js';
