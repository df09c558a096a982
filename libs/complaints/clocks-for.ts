import type { ClockSpec } from '@app/clocks';
import { refuseKernel } from '@app/kernel';
import type { Channel, ClockEventName, ClockRegime, ComplaintSubject } from './clock-regime.js';

export interface ClockFacts {
  readonly channel: Channel;
  readonly about: ComplaintSubject;
  /** Null: the regime's usual one. A regime without priorities asks for none. */
  readonly priority: string | null;
  /** What has just happened; the consumer's request where absent. */
  readonly on?: ClockEventName;
}

/** The clocks that a regime starts for a complaint when something happens to it. */
export function clocksFor(regime: ClockRegime, facts: ClockFacts): ClockSpec[] {
  const { channel, about, on = 'requested' } = facts;
  const priority = facts.priority ?? regime.usualPriority;
  if (priority !== null && regime.priorities.length > 0 && !regime.priorities.includes(priority)) {
    throw refuseKernel('INVALID_INPUT', { problem: `${priority.slice(0, 40)} (${regime.priorities.join(', ')})` }, 'priority');
  }
  return regime.rows
    .filter((row) => row.startsOn === on && (row.priority === null || row.priority === priority)
      && (row.channels?.includes(channel) ?? true) && (row.about?.includes(about) ?? true))
    .map(({ code, rule, party, unit, amount, warnMinutes, escalation, stopEvent, pauseReasons }) =>
      ({ code, rule, party, unit, amount, warnMinutes, escalation, stopEvent, pauseReasons }));
}
