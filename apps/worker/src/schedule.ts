import { computeWaitingClocks, fireDueClocks, networksWithDueClocks, networksWithNewCalendars, shippedYears } from '@app/clocks';
import { networksWithOldKeys, pruneKeys } from '@app/database';
import { networksToSweep, sweepFiles, type FileStore } from '@app/files';
import { dueCalls, dueHolds, expireFundHold, remindCall } from '@app/funds';
import { keepCarePlanned, networksToPlanCare } from '@app/members';
import { dueMessages, dueWebhooks } from '@app/notices';
import { dueWork, type DueAction, type DueStatement } from './due-work.js';
import { freeJobsOfTheDead } from './free-jobs.js';
import type { Hands } from './hands.js';
import { lanes } from './lanes.js';
import { relay } from './relay.js';
import { sendMessages } from './send-messages.js';
import { sendWebhooks } from './send-webhooks.js';

/** Something that the clock makes us do. */
export interface Duty {
  readonly name: string;
  readonly everyMs: number;
  /** True where more is to be done at once. */
  readonly run: (hands: Hands, ending: AbortSignal) => Promise<boolean>;
}

const hourMs = 3_600_000;

/**
 * Clock → action. Each action decides under its own locks whether there is anything left to do, so several workers may
 * find the same item due. The clock of a sandbox network runs ahead in the statements and in the caller alike.
 */
export function schedule(tickMs: number, store: FileStore): readonly Duty[] {
  return [
    due('hold expiry', tickMs, dueHolds, (database, caller, { id }) => expireFundHold(database, caller, id)),
    due('call reminders', tickMs, dueCalls, (database, caller, { id }) => remindCall(database, caller, id)),
    due('clocks', tickMs, networksWithDueClocks, (database, caller) => fireDueClocks(database, caller)),
    due('new calendars', 10 * tickMs, networksWithNewCalendars, (database, caller) => computeWaitingClocks(database, caller), { shipped: shippedYears }),
    due('care plan', 10 * tickMs, networksToPlanCare, (database, caller) => keepCarePlanned(database, caller)),
    due('old request keys', hourMs, networksWithOldKeys, (database, caller) => pruneKeys(database, caller)),
    due('unattached files', hourMs, networksToSweep, (database, caller) => sweepFiles(database, store, caller)),
    { name: 'messages', everyMs: tickMs, run: lanes('messages', dueMessages, sendMessages) },
    { name: 'webhooks', everyMs: tickMs, run: lanes('webhooks', dueWebhooks, sendWebhooks) },
    { name: 'outbox', everyMs: tickMs, run: ({ worklist, reactions }) => relay(worklist, reactions) },
    { name: 'abandoned jobs', everyMs: 3 * tickMs, run: freeAbandoned },
  ];
}

function due<Facts extends object>(name: string, everyMs: number, statement: DueStatement<Facts>, action: DueAction, facts = {} as Facts): Duty {
  return { name, everyMs, run: dueWork(name, statement, action, facts) };
}

async function freeAbandoned({ worklist, log }: Hands): Promise<boolean> {
  const dead = await freeJobsOfTheDead(worklist);
  if (dead.length > 0) log.warn({ dead }, 'jobs of dead workers freed');
  return false;
}
