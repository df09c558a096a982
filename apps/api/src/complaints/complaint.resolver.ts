import { closeComplaint, listComplaints, readComplaints, recordComplaint, refuseComplaints, type Complaint } from '@app/complaints';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { readMembers } from '@app/members';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Allow, answered, By, connect, cursor, found, Id, Input, inOrder, LoadField, nodeOf, PageArgs, Reading, roomErrors, type Loading, type Page,
} from '../door/index.js';
import { MemberType } from '../members/member.graphql.js';
import { CloseComplaintInput, ComplaintConnection, ComplaintPayload, ComplaintType, RecordComplaintInput } from './complaint.graphql.js';

roomErrors(refuseComplaints);
nodeOf('complaint', { type: () => ComplaintType, allow: 'complaint.read', load: (tx, id) => tx.maybe(readComplaints, { complaintIds: [id] }) });

const byComplaint = cursor('complaint', { id: 'uuid' });

@Resolver(() => ComplaintType)
export class ComplaintResolver {
  constructor(private readonly database: Database) {}

  @Allow('complaint.read')
  @Query(() => ComplaintConnection, { description: 'The complaints that the caller may see.' })
  complaints(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<Complaint>> {
    return connect(page, byComplaint, (after, count) => tx.many(listComplaints, { memberId: null, after: after?.id ?? null, count }));
  }

  @Allow('complaint.read')
  @Query(() => ComplaintType, { description: 'One complaint. Errors: NOT_FOUND.' })
  async complaint(@Reading() tx: MemberTx, @Id('complaint', { description: 'Which complaint.' }) id: string): Promise<Complaint> {
    return found(await tx.maybe(readComplaints, { complaintIds: [id] }));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, { description: 'Takes in a complaint over goods that a shop sold. Source: RO-2.' })
  async recordComplaint(@By() caller: Caller, @Input() input: RecordComplaintInput) {
    return answered(await recordComplaint(this.database, caller, input));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, { description: 'Closes a complaint that needs nothing more from the mall; its mark on the shop\'s funds is lifted. Errors: NOT_OPEN. Source: RO-2.' })
  async closeComplaint(@By() caller: Caller, @Input() input: CloseComplaintInput) {
    return answered(await closeComplaint(this.database, caller, input));
  }

  @LoadField('shop', () => MemberType, { allow: 'member.read', nullable: true, description: 'The shop that sold the goods.' })
  async shops(complaints: readonly Complaint[], { tx }: Loading) {
    const memberIds = complaints.map((complaint) => complaint.memberId);
    return inOrder(memberIds, await tx.many(readMembers, { memberIds }), (member) => member.id);
  }
}
