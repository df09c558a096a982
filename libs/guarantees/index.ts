export { footwearRefund, type ExplainedLine, type FootwearFacts, type RefundDecision } from './footwear-refund.js';
export { apparelAndFootwear, categories, defects, type Category, type Defect } from './policy.js';
export { refuse as refuseGuarantees } from './refusals.js';
