import { listClocksOfSubjects } from '@app/clocks';
import {
  complaintsDue, dueAt, missingFacts, readComplaints, readEvents, readStatements, refuseComplaints, type Complaint, type ComplaintState,
} from '@app/complaints';
import type { MemberTx } from '@app/database';
import { readMembers } from '@app/members';
import { Args, ArgsType, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsDate, IsIn, IsOptional } from 'class-validator';
import {
  Allow, AllowField, connect, cursor, DateTime, found, groupedInOrder, Id, IdField, inOrder, LoadField, nodeOf, PageArgs, Reading, roomErrors,
  type Loading, type Page,
} from '../door/index.js';
import { ClockType } from '../clocks/clock.graphql.js';
import { shownClock } from '../clocks/clock.js';
import { MemberType } from '../members/member.graphql.js';
import { ComplaintFactEnum, ComplaintStateEnum } from './complaint-words.graphql.js';
import { ComplaintConnection, ComplaintEventType, ComplaintStatementType, ComplaintType } from './complaint.graphql.js';

roomErrors(refuseComplaints);
nodeOf('complaint', { type: () => ComplaintType, allow: 'complaint.read', load: (tx, id) => tx.maybe(readComplaints, { complaintIds: [id] }) });

const byDue = cursor('complaint', { nextDueMs: 'bigint', id: 'uuid' });
const most = 200;

@ArgsType()
class ComplaintArgs extends PageArgs {
  @IdField('member', { nullable: true, description: 'Only of this shop.' })
  memberId?: string | null;

  @Field(() => ComplaintStateEnum, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(Object.values(ComplaintStateEnum))
  state?: ComplaintState | null;

  @Field(() => DateTime, { nullable: true, description: 'Only those of which a clock is due before this instant.' })
  @IsOptional()
  @IsDate()
  dueBefore?: Date | null;
}

@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @Allow('complaint.read')
  @Query(() => ComplaintConnection, { description: 'The complaints that the caller may see, what is due next first.' })
  complaints(@Reading() tx: MemberTx, @Args() { memberId = null, state = null, dueBefore = null, ...page }: ComplaintArgs): Promise<Page<Complaint>> {
    return connect(page, byDue, (after, count) => complaintsDue(tx, { memberId, state, dueBefore }, after, count));
  }

  @Allow('complaint.read')
  @Query(() => ComplaintType, { description: 'One complaint. Errors: NOT_FOUND.' })
  async complaint(@Reading() tx: MemberTx, @Id('complaint', { description: 'Which complaint.' }) id: string): Promise<Complaint> {
    return found(await tx.maybe(readComplaints, { complaintIds: [id] }));
  }

  @AllowField.asParent
  @ResolveField('missing', () => [ComplaintFactEnum], { description: 'The facts that are still to be asked for, in the order of the form.' })
  missing(@Parent() complaint: Complaint) {
    return missingFacts(complaint);
  }

  @AllowField.asParent
  @ResolveField('nextDueAt', () => DateTime, { nullable: true, description: 'When the next of its running clocks is due; null where none runs, or its deadline is not known yet.' })
  nextDueAt(@Parent() { nextDueMs }: Complaint): Date | null {
    return dueAt(nextDueMs);
  }

  @LoadField('clocks', () => [ClockType], { allow: 'clock.read', nullable: true, description: 'Its clocks: the consumer\'s, the shop\'s, supervision\'s, as they stand. Source: CX-13.' })
  async clocks(complaints: readonly Complaint[], { tx }: Loading) {
    const subjectIds = complaints.map((complaint) => complaint.id);
    const clocks = await tx.many(listClocksOfSubjects, { subjectType: 'complaint', subjectIds });
    return groupedInOrder(subjectIds, clocks, (clock) => clock.subjectId).map((of) => of.map((clock) => shownClock(clock, tx.caller)));
  }

  @LoadField('shop', () => MemberType, { allow: 'member.read', nullable: true, description: 'The shop that sold the goods.' })
  async shops(complaints: readonly Complaint[], { tx }: Loading) {
    const memberIds = complaints.map((complaint) => complaint.memberId);
    return inOrder(memberIds, await tx.many(readMembers, { memberIds }), (member) => member.id);
  }

  @LoadField('timeline', () => [ComplaintEventType], { allow: 'parent', description: 'What happened to it, oldest first; the latest 200. Source: CX-13.' })
  async timelines(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return groupedInOrder(complaintIds, await tx.many(readEvents, { complaintIds, most }), (event) => event.complaintId);
  }

  @LoadField('statements', () => [ComplaintStatementType], { allow: 'parent', description: 'What the sides said, oldest first; the latest 200.' })
  async statements(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return groupedInOrder(complaintIds, await tx.many(readStatements, { complaintIds, most }), (statement) => statement.complaintId);
  }
}
