import { calendarOfYear, listCalendars, publishCalendar, type CalendarData, type WorkCalendar } from '@app/clocks';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, Input, PageArgs, Reading, type Page } from '../door/index.js';
import { PublishCalendarInput, PublishCalendarPayload, WorkCalendarConnection, WorkCalendarType } from './calendar.graphql.js';

const byCalendar = cursor('calendar', { id: 'uuid' });

@Resolver(() => WorkCalendarType)
export class CalendarResolver {
  constructor(private readonly database: Database) {}

  @Allow('clock.read')
  @Query(() => WorkCalendarConnection, { description: 'The calendars that the network has published; the shipped ones are not among them.' })
  calendars(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<WorkCalendar>> {
    return connect(page, byCalendar, (after, count) => tx.many(listCalendars, { after: after?.id ?? null, count }));
  }

  @Allow('clock.read')
  @Query(() => WorkCalendarType, { nullable: true, description: 'The calendar by which clocks that start now count in a year: the last published, else the shipped; null where there is none.' })
  calendar(@Reading() tx: MemberTx, @Args('year', { type: () => Int, description: 'Of which year.' }) year: number): Promise<CalendarData | null> {
    return calendarOfYear(tx, year);
  }

  @Allow('calendar.publish')
  @Mutation(() => PublishCalendarPayload, {
    description: 'Publishes a year\'s calendar. What runs keeps the calendar it was started under; only deadlines that were unknown are computed. '
      + 'Errors: DAY_OUTSIDE_YEAR, DAY_TWICE, MAKE_UP_ON_WEEKDAY, SHIFT_MALFORMED, SHIFTS_OVERLAP. Source: RO-1.',
  })
  async publishCalendar(@By() caller: Caller, @Input() input: PublishCalendarInput) {
    return answered(await publishCalendar(this.database, caller, input));
  }
}
