import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Edition } from './pinned-calendars.js';
import type { Clock } from './clock.sql.js';

/** A year's calendar as an operator published it. */
export type WorkCalendar = Edition & { readonly id: string; readonly publishedOn: Day };

/** Takes the next edition; the counter row stays locked until the end, so that editions follow one another. */
export const nextEdition = statement<Record<never, never>, { last: number }>('clocks.next-edition', `
  INSERT INTO calendar_counter AS c (network_id, series, last) VALUES ($network, 'work_calendar', 1)
  ON CONFLICT (network_id, series) DO UPDATE SET last = c.last + 1
  RETURNING last
`);

/** An insert under the lock of the network's counter. */
export const insertCalendar = statement<
  { id: string; edition: number; year: number; source: string; holidays: readonly Day[]; makeUpDays: readonly Day[]; shifts: readonly string[]; publishedBy: string; publishedOn: Day },
  WorkCalendar
>('clocks.insert-calendar', `
  INSERT INTO work_calendar (network_id, id, edition, year, source, holidays, make_up_days, shifts, published_by, published_on)
  VALUES ($network, $id, $edition, $year, $source, $holidays::date[], $makeUpDays::date[], $shifts, $publishedBy, $publishedOn) RETURNING *
`);

/** All that a network has published, a few rows a year; locks nothing. */
export const readCalendars = statement<Record<never, never>, WorkCalendar>('clocks.read-calendars', `
  SELECT id, edition, year, source, holidays, make_up_days, shifts, published_on FROM work_calendar WHERE network_id = $network ORDER BY edition
`);

/** A page in id order, which is the order of publication, by the primary key; locks nothing. */
export const listCalendars = statement<{ after: string | null; count: number }, WorkCalendar>('clocks.list-calendars', `
  SELECT id, edition, year, source, holidays, make_up_days, shifts, published_on FROM work_calendar
  WHERE network_id = $network AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/**
 * Locks clocks that wait for one of these years, in id order; what another holds is left to it. Leans on
 * clock_without_calendar.
 */
export const lockWaiting = statement<{ years: number[]; count: number }, Clock>('clocks.lock-waiting', `
  SELECT * FROM clock WHERE network_id = $network AND missing_year = ANY($years::integer[]) ORDER BY id LIMIT $count FOR UPDATE SKIP LOCKED
`);
