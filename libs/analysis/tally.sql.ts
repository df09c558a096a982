import type { Outcome } from '@app/complaints';
import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** Of which row of which dimension, and whether of the period or of the one before. */
interface Of {
  readonly current: boolean;
  readonly dimension: string;
  readonly key: string | null;
}

/** What was counted of one row. */
export interface Tally extends Readonly<Record<Outcome, number>> {
  readonly received: number;
  readonly counted: number;
  readonly withdrawn: number;
  readonly unfounded: number;
  readonly merged: number;
  readonly open: number;
  readonly reopened: number;
  readonly responded: number;
  readonly responseMedian: number | null;
  readonly responseP90: number | null;
  readonly respondedInTime: number;
  readonly respondedLate: number;
  readonly resolutionMedian: number | null;
  readonly resolutionP90: number | null;
  readonly clocksInTime: number;
  readonly clocksLate: number;
  readonly repairs: number;
  readonly fixedFirst: number;
  readonly reached: number;
  readonly content: number;
  readonly scores: number;
  readonly scoreSum: number;
  readonly sales: number | null;
  readonly turnoverMinor: bigint | null;
}

interface Asked {
  readonly from: Day;
  readonly through: Day;
  readonly lastFrom: Day;
}

/** What counts as a response, as events and as what clocks wait for. A contact is one only with the consumer, from our side. */
export const responses = [
  'counter_acted', 'supervision_answered', 'answered', 'receipt_confirmed', 'handled', 'resolved_or_feedback_given', 'solution_offered', 'visited', 'repaired',
] as const;
export const responseClocks = ['counter_acted', 'supervision_answered', 'answered', 'contacted', 'receipt_confirmed'] as const;

// Each statement is whole text when the module loads; these two parts stand in two of them.
const taken = `
  SELECT c.id, c.member_id, c.category, c.problem, c.outcome, c.channel, c.state, c.reopened, c.received_at, c.consumer_id, c.purchase_id, c.recorded_by,
    c.received_on >= $from::date AS current, c.state NOT IN ('withdrawn', 'unfounded', 'merged') AS counts
  FROM complaint c WHERE c.network_id = $network AND c.received_on BETWEEN $lastFrom::date AND $through::date`;
const runs = `
  SELECT t.id, t.current, k.code, k.rule, k.stop_event,
    bool_or(e.what = 'breached' OR (k.state = 'running' AND k.cycle = e.cycle AND k.due_at < $now)) AS late,
    bool_or(e.what = 'stopped' AND e.reason = k.stop_event) AS met
  FROM taken t
  JOIN clock k ON k.network_id = $network AND k.subject_type = 'complaint' AND k.subject_id = t.id
  JOIN clock_event e ON e.network_id = $network AND e.clock_id = k.id
  WHERE t.counts
  GROUP BY t.id, t.current, k.network_id, k.id, e.cycle`;

/**
 * Complaints of a period and of the one before, by every dimension asked for, at once. By complaint_by_day; what hangs on each
 * by clock_once, the events' keys, complaint_event_by_complaint, repair_record_by_complaint, call_back_by_complaint and
 * primary keys. Locks nothing.
 */
export const tallyComplaints = statement<
  Asked & { now: Date; dimensions: readonly string[]; responses: readonly string[]; responseClocks: readonly string[] }, Of & Omit<Tally, 'sales' | 'turnoverMinor'>
>('analysis.complaints', `
  WITH taken AS MATERIALIZED (${taken}), run AS MATERIALIZED (${runs}), clocks AS (
    SELECT id, count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE met AND NOT late) AS kept,
      bool_or(late) FILTER (WHERE stop_event = ANY($responseClocks)) AS responded_late,
      bool_or(met) FILTER (WHERE stop_event = ANY($responseClocks)) AS responded_met
    FROM run GROUP BY id
  ), fact AS MATERIALIZED (
    SELECT t.*, t.counts AND t.state IN ('settled', 'closed') AS ended, p.model, p.salesperson, coalesce(r.decided_party, r.party) AS responsible, e.by_role,
      CASE WHEN t.counts THEN floor(extract(epoch FROM e.responded_at - t.received_at) / 60)::integer END AS response,
      CASE WHEN t.state IN ('settled', 'closed') THEN floor(extract(epoch FROM e.ended_at - t.received_at) / 60)::integer END AS resolution,
      coalesce(k.late, 0) AS late, coalesce(k.kept, 0) AS kept, k.responded_late, k.responded_met, f.repairs, b.reached, b.content, b.scores, b.score_sum
    FROM taken t
    LEFT JOIN clocks k ON k.id = t.id
    LEFT JOIN purchase p ON p.network_id = $network AND p.id = t.purchase_id
    LEFT JOIN responsibility r ON r.network_id = $network AND r.complaint_id = t.id
    CROSS JOIN LATERAL (
      SELECT min(x.at) FILTER (WHERE x.code = ANY($responses) OR (x.code = 'contacted' AND x.detail LIKE 'consumer % outgoing')) AS responded_at,
        max(x.at) FILTER (WHERE x.code = t.state) AS ended_at, min(x.by_role) FILTER (WHERE x.code = 'recorded') AS by_role
      FROM complaint_event x WHERE x.network_id = $network AND x.complaint_id = t.id) e
    CROSS JOIN LATERAL (
      SELECT count(*) AS repairs FROM repair_record x WHERE x.network_id = $network AND x.complaint_id = t.id AND x.returned_on IS NOT NULL) f
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.result IN ('content', 'not_content')) AS reached, count(*) FILTER (WHERE x.result = 'content') AS content,
        count(x.satisfaction) AS scores, coalesce(sum(x.satisfaction), 0) AS score_sum
      FROM call_back x WHERE x.network_id = $network AND x.complaint_id = t.id AND t.counts) b
  )
  SELECT f.current, d.dimension, d.key, count(*)::integer AS received, (count(*) FILTER (WHERE counts))::integer AS counted,
    (count(*) FILTER (WHERE state = 'withdrawn'))::integer AS withdrawn, (count(*) FILTER (WHERE state = 'unfounded'))::integer AS unfounded,
    (count(*) FILTER (WHERE state = 'merged'))::integer AS merged, (count(*) FILTER (WHERE counts AND NOT ended))::integer AS open,
    (count(*) FILTER (WHERE counts AND reopened > 0))::integer AS reopened,
    (count(*) FILTER (WHERE ended AND outcome = 'repaired'))::integer AS repaired, (count(*) FILTER (WHERE ended AND outcome = 'exchanged'))::integer AS exchanged,
    (count(*) FILTER (WHERE ended AND outcome = 'refunded'))::integer AS refunded, (count(*) FILTER (WHERE ended AND outcome = 'compensated'))::integer AS compensated,
    (count(*) FILTER (WHERE ended AND outcome = 'agreed'))::integer AS agreed, (count(*) FILTER (WHERE ended AND outcome = 'rejected'))::integer AS rejected,
    (count(*) FILTER (WHERE ended AND outcome = 'referred'))::integer AS referred,
    count(response)::integer AS responded, percentile_disc(0.5) WITHIN GROUP (ORDER BY response) AS response_median,
    percentile_disc(0.9) WITHIN GROUP (ORDER BY response) AS response_p90,
    (count(*) FILTER (WHERE responded_met AND NOT responded_late))::integer AS responded_in_time, (count(*) FILTER (WHERE responded_late))::integer AS responded_late,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY resolution) AS resolution_median, percentile_disc(0.9) WITHIN GROUP (ORDER BY resolution) AS resolution_p90,
    sum(kept)::integer AS clocks_in_time, sum(late)::integer AS clocks_late,
    (count(*) FILTER (WHERE counts AND repairs > 0))::integer AS repairs, (count(*) FILTER (WHERE ended AND repairs = 1 AND reopened = 0))::integer AS fixed_first,
    sum(reached)::integer AS reached, sum(content)::integer AS content, sum(scores)::integer AS scores, sum(score_sum)::integer AS score_sum
  FROM fact f CROSS JOIN LATERAL (VALUES
    ('total', ''), ('shop', f.member_id::text), ('category', f.category), ('cause', f.problem), ('outcome', f.outcome), ('channel', f.channel),
    ('fault', jsonb_build_array(f.category, f.model, f.problem)::text), ('responsible', f.responsible), ('consumer', f.consumer_id::text),
    ('clerk', CASE f.by_role WHEN 'integrator' THEN 'key ' ELSE '' END || f.recorded_by),
    ('salesperson', f.member_id || ' ' || f.salesperson)
  ) AS d (dimension, key)
  WHERE d.dimension = ANY($dimensions)
  GROUP BY f.current, d.dimension, d.key
  HAVING d.dimension <> 'consumer' OR (count(*) FILTER (WHERE ended AND outcome = 'refunded') > 0 AND d.key IS NOT NULL)
`);

/** The clocks of the counted complaints of a period and of the one before, by kind. By complaint_by_day and clock_once; locks nothing. */
export const tallyClocks = statement<Asked & { now: Date }, Of & Pick<Tally, 'clocksInTime' | 'clocksLate'>>('analysis.clocks', `
  WITH taken AS MATERIALIZED (${taken}), run AS (${runs})
  SELECT r.current, 'clock' AS dimension, r.code || ' ' || r.rule AS key, (count(*) FILTER (WHERE r.met AND NOT r.late))::integer AS clocks_in_time,
    (count(*) FILTER (WHERE r.late))::integer AS clocks_late
  FROM run r GROUP BY r.current, r.code, r.rule
`);

/** What was sold in a period and in the one before; null where all that is known of it was told by complaints. By purchase_by_day; locks nothing. */
export const tallySales = statement<Asked & { dimensions: readonly string[] }, Of & { sales: number | null; turnoverMinor: bigint | null }>('analysis.sales', `
  SELECT p.sold_on >= $from::date AS current, d.dimension, d.key, CASE WHEN bool_or(p.known_by = 'sale') THEN count(*)::integer END AS sales,
    CASE WHEN bool_or(p.known_by = 'sale') THEN sum(p.price_minor)::bigint END AS turnover_minor
  FROM purchase p CROSS JOIN LATERAL (VALUES
    ('total', ''), ('shop', p.member_id::text), ('category', p.category), ('consumer', p.consumer_id::text), ('salesperson', p.member_id || ' ' || p.salesperson)
  ) AS d (dimension, key)
  WHERE p.network_id = $network AND p.sold_on BETWEEN $lastFrom::date AND $through::date AND d.key IS NOT NULL AND d.dimension = ANY($dimensions)
  GROUP BY 1, d.dimension, d.key
`);
