import type { Database, Done, Once } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { insertCalendar, nextEdition, type WorkCalendar } from './calendar.sql.js';
import { actorOf } from './change-clock.js';
import { computeWaiting } from './compute-waiting.js';
import { checkCalendar, type CalendarData } from './policy.js';

export type PublishCalendar = Once & CalendarData;

export interface PublishedCalendar {
  readonly calendar: WorkCalendar;
  /** How many deadlines that waited for it were computed at once; where they are very many, the worker does the rest. */
  readonly computed: number;
}

/**
 * Publishes a year's working days and shifts. What starts from now on counts by them; what runs keeps the calendar it was
 * started under, and only deadlines that were unknown are computed.
 */
export function publishCalendar(database: Database, caller: Caller, input: PublishCalendar): Promise<Done<PublishedCalendar>> {
  return database.writeOnce(caller, 'calendar.publish', input, async (tx, { year, source, shifts, ...request }) => {
    const [holidays, makeUpDays] = [request.holidays.toSorted(), request.makeUpDays.toSorted()];
    checkCalendar({ year, source, holidays, makeUpDays, shifts });
    const { last: edition } = await tx.one(nextEdition, {});
    const calendar = await tx.one(insertCalendar, {
      id: newId(), edition, year, source, holidays, makeUpDays, shifts, publishedBy: actorOf(caller)!, publishedOn: caller.today,
    });
    const computed = await computeWaiting(tx);
    tx.touch(calendar.id);
    tx.emit({ type: 'calendar.published', aggregateId: calendar.id, payload: { calendarId: calendar.id, year, edition } });
    return { calendar, computed };
  });
}
