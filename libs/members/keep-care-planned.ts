import type { Database } from '@app/database';
import { addDays, type Caller } from '@app/kernel';
import { claimCareDay } from './care-plan.sql.js';
import { planThrough } from './plan-care.js';
import { shippedCarePlan } from './policy.js';

/** Longer than a month, so that what comes once a month is seen in time. */
const aheadDays = 31;

/** Plans a network's care for the coming month, once a day, whoever asks; what is planned already stays. Source: QM-5, QM-7. */
export function keepCarePlanned(database: Database, caller: Caller): Promise<void> {
  return database.write(caller, { action: 'care.keep_planned' }, async (tx) => {
    const claimed = await tx.maybe(claimCareDay, { today: caller.today });
    if (claimed) await planThrough(tx, addDays(caller.today, aheadDays), shippedCarePlan);
  });
}
