export { complaintAnalysis, type AnalysisRow, type ComplaintAnalysis } from './complaint-analysis.js';
export { analysisSheet } from './analysis-sheet.js';
export { dimensions, dimensionNames, type DimensionName } from './dimensions.js';
export type { Figure } from './figures.js';
export { indicators, indicatorNames, units, type IndicatorName, type Unit } from './indicators.js';
export { serviceTargets, targetKind } from './policy.js';
export { shopOf, shownKey } from './shown-key.js';
export { refuse as refuseAnalysis } from './refusals.js';
