import type { DeliveryState } from './message-delivery.sql.js';
import { nextTry, webhookDelays } from './retry-schedule.js';

/** How long an endpoint may fail, with not one success in between, before it is disabled. */
export const failingDays = 5;

export interface EndedAttempt {
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  readonly at: Date;
  readonly tries: number;
  readonly failingSince: Date | null;
}

export interface AttemptOutcome {
  readonly state: DeliveryState;
  readonly nextAt: Date | null;
  readonly failingSince: Date | null;
  /** Whether the endpoint gets no more: it says that it is gone, or has failed for days. */
  readonly disable: boolean;
}

/** What follows from an attempt: sent at any 2xx; else tried again by the schedule, until it is given up. */
export function attemptOutcome({ status, at, tries, failingSince }: EndedAttempt): AttemptOutcome {
  if (status !== null && status >= 200 && status < 300) return { state: 'sent', nextAt: null, failingSince: null, disable: false };
  const since = failingSince ?? at;
  const disable = status === 410 || at.getTime() - since.getTime() >= failingDays * 86_400_000;
  const nextAt = disable ? null : nextTry(webhookDelays, tries, at);
  return { state: nextAt ? 'failed' : 'given_up', nextAt, failingSince: since, disable };
}
