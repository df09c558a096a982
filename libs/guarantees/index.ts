export type { Conflict, Considered, Due, ExplainedLine, MissingFact, RemedyDecision, RemedyOption, RightGiven, Side } from './decision.js';
export { factsOf, type FactName, type RemedyFacts, type Repair } from './facts.js';
export { inWords } from './in-words.js';
export type { GuaranteePack } from './policy.js';
export { refuse as refuseGuarantees } from './refusals.js';
export { remedyFor } from './remedy.js';
export { goodsPacks } from './goods.pack.js';
export { guaranteePacks, packsFor } from './shipped-packs.js';
export * from './vocabulary.js';
