import type { Tx } from '@app/database';
import { readCalendars, type WorkCalendar } from './calendar.sql.js';
import { pinnedCalendars } from './pinned-calendars.js';
import type { Calendars } from './year-calendar.js';

export interface NetworkCalendars {
  /** The last edition; what starts now counts by it. */
  readonly edition: number;
  readonly published: readonly WorkCalendar[];
  /** The calendars of a clock that was started under an edition. */
  pinned(edition: number): Calendars;
}

/** Loads what the network has published, to count by. */
export async function loadCalendars(tx: Tx): Promise<NetworkCalendars> {
  const published = await tx.many(readCalendars, {});
  return { edition: published.at(-1)?.edition ?? 0, published, pinned: (edition) => pinnedCalendars(published, edition) };
}
