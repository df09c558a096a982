import {
  keepExtended, keepGoing, keepPaused, listClockEvents, listClocksDue, listClocksOf, readClocks, refuseClocks, type Clock, type DueClock,
} from '@app/clocks';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, groupedInOrder, Input, LoadField, nodeOf, Reading, roomErrors, type Loading, type Page } from '../door/index.js';
import { ClockConnection, ClockEventType, ClockType } from './clock.graphql.js';
import { ClockArgs, ClockPayload, DueClockArgs, ExtendClockInput, PauseClockInput, ResumeClockInput } from './clock.inputs.graphql.js';
import { shownClock, shownEvent, subjectOf, withClock, type ShownClock } from './clock.js';

roomErrors(refuseClocks);
nodeOf('clock', { type: () => ClockType, allow: 'clock.read', load: (tx, id) => oneClock(tx, id) });

const byClock = cursor('clock', { id: 'uuid' });
const byDue = cursor('clockDue', { dueMs: 'bigint', id: 'uuid' });

async function oneClock(tx: MemberTx, id: string): Promise<ShownClock | null> {
  const clock = await tx.maybe(readClocks, { clockIds: [id] });
  return clock && shownClock(clock, tx.caller);
}

@Resolver(() => ClockType)
export class ClockResolver {
  constructor(private readonly database: Database) {}

  @Allow('clock.read')
  @Query(() => ClockConnection, { description: 'The clocks of one subject, in the order in which they were first started. Source: CX-13.' })
  clocks(@Reading() tx: MemberTx, @Args() { subjectId, ...page }: ClockArgs): Promise<Page<Clock>> {
    const subject = subjectOf(subjectId);
    return connect(page, byClock, async (after, count) =>
      (await tx.many(listClocksOf, { ...subject, after: after?.id ?? null, count })).map((clock) => shownClock(clock, tx.caller)));
  }

  @Allow('clock.read')
  @Query(() => ClockConnection, { description: 'Clocks that are not stopped and due before an instant, or at any, those due first foremost; those without a known deadline are not among them.' })
  dueClocks(@Reading() tx: MemberTx, @Args() { before = null, memberId = null, ...page }: DueClockArgs): Promise<Page<DueClock>> {
    return connect(page, byDue, async (after, count) =>
      (await tx.many(listClocksDue, { before, memberId, afterMs: after?.dueMs ?? null, after: after?.id ?? null, count })).map((clock) => shownClock(clock, tx.caller)));
  }

  @LoadField('events', () => [ClockEventType], { allow: 'parent', description: 'What happened to it, in order.' })
  async events(clocks: readonly Clock[], { tx }: Loading) {
    const clockIds = clocks.map(({ id }) => id);
    return groupedInOrder(clockIds, (await tx.many(listClockEvents, { clockIds })).map(shownEvent), ({ clockId }) => clockId);
  }

  @Allow('clock.keep')
  @Mutation(() => ClockPayload, { description: 'Lets a clock wait, for a reason that it lists. Errors: NOT_RUNNING, PAUSE_NOT_LISTED. Source: CX-8.' })
  async pauseClock(@By() caller: Caller, @Input() input: PauseClockInput) {
    return answered(withClock(await keepPaused(this.database, caller, input), caller));
  }

  @Allow('clock.keep')
  @Mutation(() => ClockPayload, { description: 'Lets a paused clock go on; its deadline moves by as long as it waited. Errors: NOT_PAUSED. Source: CX-8.' })
  async resumeClock(@By() caller: Caller, @Input() input: ResumeClockInput) {
    return answered(withClock(await keepGoing(this.database, caller, input), caller));
  }

  @Allow('clock.keep')
  @Mutation(() => ClockPayload, { description: 'Moves a deadline to the time that the customer was told, before the old one passes. Errors: EXTENDED_TOO_LATE, NEW_TIME_NOT_LATER, SAME_SHIFT. Source: CX-8.' })
  async extendClock(@By() caller: Caller, @Input() { toldAt = null, announcedAt = null, substitute = null, ...input }: ExtendClockInput) {
    return answered(withClock(await keepExtended(this.database, caller, { ...input, toldAt, announcedAt, substitute }), caller));
  }
}
