import { outcomes } from '@app/complaints';
import type { Tally } from './tally.sql.js';

/** Counts are whole numbers; shares and scores decimals; durations whole minutes, begun ones not counted; money of the network's currency. */
export const units = ['count', 'share', 'score', 'minutes', 'money'] as const;
export type Unit = (typeof units)[number];

export interface Indicator {
  readonly unit: Unit;
  readonly zh: string;
  readonly en: string;
  /** How it is computed, and what rule asks for it. */
  readonly says: string;
  /** The count or the minutes themselves, or the upper figure of a share. Null where nothing is known. */
  readonly part: (tally: Tally) => number | null;
  /** The lower figure of a share or score; zero or null: there is none. */
  readonly whole?: (tally: Tally) => number | null;
}

const count = (zh: string, en: string, says: string, part: Indicator['part']): Indicator => ({ unit: 'count', zh, en, says, part });
const minutes = (zh: string, en: string, says: string, part: Indicator['part']): Indicator => ({ unit: 'minutes', zh, en, says, part });
const share = (zh: string, en: string, says: string, part: Indicator['part'], whole: Indicator['whole']): Indicator =>
  ({ unit: 'share', zh, en, says, part, whole });

/** Keeps the names and checks the rest. */
const given = <Name extends string>(all: Record<Name, Indicator>): Record<Name, Indicator> => all;

const counts = {
  received: count('受理数', 'Taken in', 'Complaints whose day of intake, in the network\'s zone, lies in the period: all of them. Source: CX-10.', (t) => t.received),
  counted: count('计入数', 'Counted', 'Of those taken in, all but the withdrawn, the unfounded and the merged. All that follows is of these. Source: CX-10.', (t) => t.counted),
  withdrawn: count('撤回数', 'Withdrawn', 'Of those taken in, the withdrawn; not counted otherwise.', (t) => t.withdrawn),
  unfounded: count('不成立数', 'Unfounded', 'Of those taken in, the unfounded; not counted otherwise.', (t) => t.unfounded),
  merged: count('合并数', 'Merged', 'Of those taken in, those merged into another; not counted otherwise.', (t) => t.merged),
  open: count('未结数', 'Open', 'Counted complaints that have not ended yet.', (t) => t.open),
  reopened: count('重开数', 'Reopened', 'Counted complaints that were opened again after their end.', (t) => t.reopened),
};

const solutions = Object.fromEntries(outcomes.map((outcome) => [`ended_${outcome}`, count(
  { repaired: '修理', exchanged: '换货', refunded: '退货', compensated: '赔付', agreed: '协商', rejected: '不予支持', referred: '转交' }[outcome],
  `Ended: ${outcome}`, `Counted complaints that ended as ${outcome}: the solutions of a row. Source: CX-10, QM-3.`, (t) => t[outcome],
)])) as Record<`ended_${(typeof outcomes)[number]}`, Indicator>;

const service = given({
  first_response_median: minutes('首次响应中位数', 'First response, median', 'Minutes from the consumer\'s request to the first response: the least within which at least half of those responded to were. A response is an act, an answer or a contact towards the consumer that was recorded. Source: QM-6, CX-13.', (t) => t.responseMedian),
  first_response_p90: minutes('首次响应九成', 'First response, 90th percentile', 'The same, of at least nine tenths. Source: QM-6.', (t) => t.responseP90),
  response_rate: share('响应率', 'Response rate', 'Counted complaints that were responded to, of the counted. Source: QM-6.', (t) => t.responded, (t) => t.counted),
  response_in_time: share('响应及时率', 'Responses in time', 'Complaints none of whose clocks of response was missed, of those of which such a clock was kept or missed. Source: QM-6, CX-1.', (t) => t.respondedInTime, (t) => t.respondedInTime + t.respondedLate),
  resolution_median: minutes('办结中位数', 'Resolution, median', 'Minutes from the consumer\'s request to the last end: the least within which at least half of those settled or closed were. Source: QM-6.', (t) => t.resolutionMedian),
  resolution_p90: minutes('办结九成', 'Resolution, 90th percentile', 'The same, of at least nine tenths. Source: QM-6.', (t) => t.resolutionP90),
  timely: share('及时处理率', 'Handled in time', 'Clocks whose own event came in time, of those that were kept or missed; each cycle of a clock by itself. One that still runs is missed once it is past due; one that ended with its complaint before is neither. Source: QM-6, CX-10.', (t) => t.clocksInTime, (t) => t.clocksInTime + t.clocksLate),
  first_time_fix: share('一次修复率', 'First-time fix', 'Complaints with one repair that were settled or closed and never opened again, of those with a repair that was given back. Source: QM-6.', (t) => t.fixedFirst, (t) => t.repairs),
  content: share('满意率', 'Content', 'Consumers who were content when called back after the end, of those reached. Nothing to a shop. Source: QM-6, CX-9.', (t) => t.content, (t) => t.reached),
  satisfaction: { unit: 'score', zh: '满意度', en: 'Satisfaction', says: 'Mean of the scores from 1 to 5 given when called back, to two decimals; the parts are the sum of the scores and their number. Nothing to a shop. Source: QM-6, CX-9.', part: (t) => t.scoreSum, whole: (t) => t.scores },
});

const sales = given({
  sales: count('销售数', 'Sales', 'Purchases whose day of sale lies in the period; null where none was recorded or imported, so that all that is known was told by complaints. By shop, category, salesperson and consumer, and in total.', (t) => t.sales),
  turnover: { unit: 'money', zh: '销售额', en: 'Turnover', says: 'The prices of those purchases, in the network\'s currency; null where none is known.', part: () => null },
  complaint_rate: share('投诉率', 'Complaint rate', 'Counted complaints, of the sales of the period; null where no sale is known. Source: QM-6.', (t) => t.counted, (t) => t.sales),
  return_rate: share('退货率', 'Return rate', 'Counted complaints that ended as refunded, of the sales of the period; null where no sale is known. Source: QM-4.', (t) => t.refunded, (t) => t.sales),
});

/** What is counted and measured, each with how; one list for the API, the sheets and the targets. */
export const indicators = { ...counts, ...solutions, ...service, ...sales };
export type IndicatorName = keyof typeof indicators;
export const indicatorNames = Object.keys(indicators) as IndicatorName[];

/** Those that an operator may set a target for. */
export const shareNames = indicatorNames.filter((name) => indicators[name].unit === 'share' || indicators[name].unit === 'score');
