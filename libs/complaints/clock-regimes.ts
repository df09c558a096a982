import type { Escalation, PauseReason } from '@app/clocks';
import type { ClockRegime, ClockRegimeRow } from './clock-regime.js';

/** A missed clock goes up in steps; how soon is a working value of ours. Source: CX-12. */
const escalation: readonly Escalation[] = [
  { to: 'shop', afterMinutes: 0 }, { to: 'floor', afterMinutes: 30 }, { to: 'supervision', afterMinutes: 120 }, { to: 'management', afterMinutes: 1440 },
];
const waits: readonly PauseReason[] = ['customer_owes_information', 'appraisal_under_way'];

type Given = Pick<ClockRegimeRow, 'code' | 'party' | 'unit' | 'amount' | 'stopEvent'> & Partial<ClockRegimeRow>;
type Of = Pick<ClockRegimeRow, 'rule' | 'source'>;

/** Rows of one rule and source; a warning comes a fifth of the way before the end where it is counted in minutes or hours. */
const rowsOf = (of: Of, given: readonly Given[]): ClockRegimeRow[] => given.map((row) => ({
  mark: 'S', priority: null, channels: null, about: null, startsOn: 'requested', escalation, pauseReasons: waits, warnMinutes: warning(row), ...of, ...row,
}));

function warning({ unit, amount }: Given): number {
  if (unit === 'minutes') return Math.floor(amount / 5);
  if (unit === 'hours') return amount * 12;
  return unit === 'end_of_shift' ? 60 : unit === 'as_soon_as_possible' ? 0 : 720;
}

/** The same clock at each priority, in hours. */
const byPriority = (row: Omit<Given, 'unit' | 'amount'>, hours: Readonly<Record<string, number>>): Given[] =>
  Object.entries(hours).map(([priority, amount]) => ({ ...row, unit: 'hours', amount, priority }));

const regime = (id: string, zh: string, en: string, rows: readonly ClockRegimeRow[], priorities: readonly string[] = [], usualPriority: string | null = null): ClockRegime =>
  ({ id, version: '1', zh, en, priorities, usualPriority, rows });

const desk = { party: 'desk' } as const;
const contacted = { code: 'contacted', ...desk, stopEvent: 'contacted' } as const;
const answered = { code: 'answered', ...desk, stopEvent: 'answered' } as const;
const settled = { code: 'settled', ...desk, stopEvent: 'settled' } as const;
const offered = { code: 'solution_offered', ...desk, stopEvent: 'solution_offered' } as const;
const visited = { code: 'visited', ...desk, stopEvent: 'visited' } as const;
const repaired = { code: 'repaired', ...desk, stopEvent: 'repaired' } as const;
const S4 = (rule: string) => ({ rule, source: 'S4' });

/** The regimes that are shipped, CX-1 to CX-7 and CX-16; an operator adopts or copies one for each channel. */
export const clockRegimes: readonly ClockRegime[] = [
  regime('mall_counter', '商场投诉', 'Mall counter', [
    ...rowsOf({ rule: 'CX-1', source: 'S2 ㈥ 7' }, [
      { code: 'counter_acted', party: 'shop', unit: 'minutes', amount: 10, stopEvent: 'counter_acted', about: ['remedy_request'] },
      { code: 'supervision_answered', party: 'supervision', unit: 'minutes', amount: 30, stopEvent: 'supervision_answered', about: ['remedy_request'] },
    ]),
    ...rowsOf({ rule: 'CX-2', source: 'S2 ㈥ 7' }, [{ code: 'settled_in_shift', party: 'shop', unit: 'end_of_shift', amount: 0, stopEvent: 'settled' }]),
    ...rowsOf({ rule: 'CX-3', source: 'S2 10.2' }, [
      { code: 'handled', party: 'shop', unit: 'hours', amount: 4, stopEvent: 'handled' },
      { code: 'settled', party: 'shop', unit: 'hours', amount: 48, stopEvent: 'settled' },
    ]),
  ]),
  regime('hotline', '24小时热线', '24-hour line', [
    ...rowsOf({ rule: 'CX-4', source: 'S0 basis 4' }, [{ ...answered, unit: 'hours', amount: 4, channels: ['phone', 'hotline_12315'], about: ['remedy_request', 'enquiry', 'emergency'] }]),
    ...rowsOf({ rule: 'CX-4', source: 'S0 basis 11' }, [
      { ...answered, unit: 'hours', amount: 24, about: ['quality_complaint'] },
      { ...settled, unit: 'months', amount: 1, about: ['quality_complaint'] },
    ]),
  ]),
  regime('priority_a', '分级响应（甲）', 'By priority, a', rowsOf(S4('CX-5'), [
    ...byPriority(contacted, { urgent: 1, general: 2, consult: 4 }),
    ...byPriority({ code: 'resolved_or_feedback_given', ...desk, stopEvent: 'resolved_or_feedback_given' }, { urgent: 24, general: 48, consult: 72 }),
  ]), ['urgent', 'general', 'consult'], 'general'),
  regime('priority_b', '分级响应（乙）', 'By priority, b', rowsOf(S4('CX-5'), [
    ...byPriority(answered, { urgent: 2, general: 24, non_urgent: 72 }),
    { ...offered, unit: 'as_soon_as_possible', amount: 0, priority: 'urgent' },
    { ...offered, unit: 'hours', amount: 48, priority: 'general' },
    { ...offered, unit: 'calendar_days', amount: 7, priority: 'non_urgent' },
  ]), ['urgent', 'general', 'non_urgent'], 'general'),
  regime('priority_c', '分级响应（丙）', 'By priority, c', rowsOf(S4('CX-5'),
    byPriority({ code: 'receipt_confirmed', ...desk, stopEvent: 'receipt_confirmed' }, { urgent: 1, general: 24, low: 48 })), ['urgent', 'general', 'low'], 'general'),
  regime('priority_d', '分级响应（丁）', 'By priority, d', rowsOf(S4('CX-5'), [
    ...byPriority(answered, { urgent: 2, general: 24, special: 48 }),
    { ...settled, unit: 'hours', amount: 48 },
  ]), ['urgent', 'general', 'special'], 'general'),
  regime('priority_e', '分级响应（戊）', 'By priority, e', rowsOf(S4('CX-5'), [
    ...byPriority(answered, { urgent: 24, general: 48 }),
    { ...repaired, unit: 'hours', amount: 24, startsOn: 'answered' },
  ]), ['urgent', 'general'], 'general'),
  regime('priority_f', '分级响应（己）', 'By priority, f', rowsOf(S4('CX-5'), [
    { ...contacted, unit: 'hours', amount: 2 },
    ...byPriority(settled, { common: 24 }),
    ...byPriority(offered, { complex: 72 }),
  ]), ['complex', 'common'], 'common'),
  regime('priority_g', '分级响应（庚）', 'By priority, g', rowsOf(S4('CX-5'), [
    { ...answered, unit: 'hours', amount: 24 },
    { ...visited, unit: 'as_soon_as_possible', amount: 0 },
  ])),
  regime('working_days', '工作日制', 'By working days', rowsOf(S4('CX-6'), [
    { ...answered, unit: 'working_days', amount: 1 },
    { ...settled, unit: 'working_days', amount: 5, priority: 'general' },
    { ...settled, unit: 'working_days', amount: 10, priority: 'fairly_complex' },
    { ...settled, unit: 'working_days', amount: 20, priority: 'complex' },
  ]), ['complex', 'fairly_complex', 'general'], 'general'),
  regime('on_site_i', '上门服务（一）', 'On site, i', rowsOf(S4('CX-7'), [
    { ...answered, unit: 'minutes', amount: 5 },
    { ...visited, unit: 'hours', amount: 1 },
    { ...repaired, unit: 'hours', amount: 3, priority: 'general' },
    { ...repaired, unit: 'working_days', amount: 2, priority: 'difficult' },
  ]), ['general', 'difficult'], 'general'),
  regime('on_site_ii', '上门服务（二）', 'On site, ii', rowsOf(S4('CX-7'), [
    { ...contacted, unit: 'minutes', amount: 5 },
    { ...visited, unit: 'minutes', amount: 20, priority: 'urgent' },
    { ...visited, unit: 'minutes', amount: 30, priority: 'general' },
    { ...repaired, unit: 'hours', amount: 1 },
    { ...offered, code: 'unit_lent', unit: 'hours', amount: 8 },
  ]), ['urgent', 'general'], 'general'),
  // "At once" is no figure: how long that is, is a working value of ours.
  regime('hand_offs', '内部交接', 'Hand-offs inside', rowsOf(S4('CX-16'), [
    { code: 'sales_passed_on', party: 'sales', unit: 'minutes', amount: 30, stopEvent: 'passed_on', startsOn: 'handed_to_sales', mark: 'W' },
    { code: 'support_answered', party: 'support', unit: 'minutes', amount: 30, stopEvent: 'answered', startsOn: 'handed_to_support', about: ['emergency'], mark: 'W' },
    { code: 'logistics_supported', party: 'logistics', unit: 'working_days', amount: 1, stopEvent: 'exchange_supported', startsOn: 'handed_to_logistics', mark: 'W' },
  ])),
];
