import { day, type Rate } from '@app/kernel';
import { field, rulesReader, type PackKind, type PackRow, type ShippedPack } from '@app/policies';
import { shareNames, type IndicatorName } from './indicators.js';

/** What an indicator ought to come to. */
export interface TargetRow extends PackRow {
  readonly indicator: IndicatorName;
  readonly bound: 'at_least' | 'at_most';
  readonly value: Rate;
}

export interface TargetRules {
  readonly targets: readonly TargetRow[];
}

/** The code of the one pack of targets that a network has. */
export const targetCode = 'service-targets';

const target = (indicator: IndicatorName, bound: TargetRow['bound'], value: string): TargetRow =>
  ({ id: 'QM-6', source: 'S0', mark: 'W', indicator, bound, value: value as Rate });

/** The sources name the indicators and ask for targets, and give no figure: these are working values, to be replaced by the operator's. */
export const serviceTargets: ShippedPack<TargetRules> = {
  code: targetCode, version: 1, effectiveFrom: day('2000-01-01'), zh: '服务目标', en: 'Service targets',
  rules: {
    targets: [
      target('response_rate', 'at_least', '1'), target('response_in_time', 'at_least', '0.95'), target('timely', 'at_least', '0.95'),
      target('first_time_fix', 'at_least', '0.9'), target('content', 'at_least', '0.9'), target('satisfaction', 'at_least', '4'),
      target('complaint_rate', 'at_most', '0.01'), target('return_rate', 'at_most', '0.005'),
    ],
  },
};

/** What the operator wants its service to come to: data, one row an indicator. */
export const targetKind: PackKind<TargetRules> = {
  kind: 'service_targets',
  zh: '服务目标',
  en: 'service targets',
  parse: rulesReader<TargetRules>({
    targets: { indicator: field.oneOf(...shareNames), bound: field.oneOf('at_least', 'at_most'), value: field.factor },
  }, ({ targets }) => targets.flatMap(({ indicator, id }, i) => (targets.findIndex((one) => one.indicator === indicator) === i ? []
    : [{ path: `targets.${i}.indicator`, row: id, code: 'TWICE', zh: '该指标已有目标', en: 'has a target above' }]))),
  shipped: [serviceTargets],
};
