import { readComplaints } from '@app/complaints';
import type { MemberTx } from '@app/database';
import { readMembers } from '@app/members';
import { listNoticesOfCases } from '@app/notices';
import { listAppeals, listAwards, listComplaintsOf, listDecisions, listSanctions, loadDue, readSanctions, refuseSanctions, type Sanction } from '@app/sanctions';
import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import {
  Allow, connect, cursor, found, groupedInOrder, Id, IdField, inOrder, LoadField, nodeOf, PageArgs, Reading, roomErrors, type Loading,
} from '../door/index.js';
import { ComplaintType } from '../complaints/complaint.graphql.js';
import { NoticeType } from '../notices/notice.graphql.js';
import {
  AwardConnection, SanctionAppealType, SanctionConnection, SanctionDecisionType, SanctionDueType, SanctionStateEnum, SanctionType,
} from './sanction.graphql.js';
import { shownSanction } from './shown-sanction.js';

roomErrors(refuseSanctions);
nodeOf('sanction', { type: () => SanctionType, allow: 'sanction.read', load: (tx, id) => oneSanction(tx, id) });

const bySanction = cursor('sanction', { id: 'uuid' });
const byAward = cursor('award', { id: 'uuid' });

async function oneSanction(tx: MemberTx, id: string) {
  const sanction = await tx.maybe(readSanctions, { sanctionIds: [id] });
  return sanction && shownSanction(sanction);
}

@ArgsType()
class SanctionArgs extends PageArgs {
  @IdField('member', { nullable: true, description: 'Only those against this member.' })
  memberId?: string | null;

  @Field(() => SanctionStateEnum, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(Object.values(SanctionStateEnum))
  state?: string | null;
}

@Resolver(() => SanctionType)
export class SanctionResolver {
  @Allow('sanction.read')
  @Query(() => SanctionConnection, { description: 'The sanctions that the caller may see. Source: SN-8.' })
  sanctions(@Reading() tx: MemberTx, @Args() { memberId = null, state = null, ...page }: SanctionArgs) {
    return connect(page, bySanction, async (after, count) =>
      (await tx.many(listSanctions, { memberId, state, after: after?.id ?? null, count })).map(shownSanction));
  }

  @Allow('sanction.read')
  @Query(() => SanctionType, { description: 'One sanction. Errors: NOT_FOUND.' })
  async sanction(@Reading() tx: MemberTx, @Id('sanction', { description: 'Which sanction.' }) id: string) {
    return found(await oneSanction(tx, id));
  }

  @Allow('sanction.read')
  @Query(() => [SanctionDueType], { description: 'What the rules propose against a member today, with the complaints that count; writes nothing. Errors: NOT_FOUND. Source: SN-1, SN-2, SN-3, SN-5.' })
  async sanctionsDue(@Reading() tx: MemberTx, @Id('member', { name: 'memberId', description: 'Which member.' }) memberId: string) {
    const member = found(await tx.maybe(readMembers, { memberIds: [memberId] }));
    return (await loadDue(tx, member.id)).due;
  }

  @Allow('sanction.read')
  @Query(() => AwardConnection, { description: 'The awards that the caller may see. Source: SN-4.' })
  awards(@Reading() tx: MemberTx, @Args() page: PageArgs) {
    return connect(page, byAward, (after, count) => tx.many(listAwards, { after: after?.id ?? null, count }));
  }

  @LoadField('decisions', () => [SanctionDecisionType], { allow: 'parent', description: 'What was decided on it, and on the appeal.' })
  async decisions(sanctions: readonly Sanction[], { tx }: Loading) {
    const sanctionIds = sanctions.map(({ id }) => id);
    return groupedInOrder(sanctionIds, await tx.many(listDecisions, { sanctionIds }), (one) => one.sanctionId);
  }

  @LoadField('appeal', () => SanctionAppealType, { allow: 'parent', nullable: true, description: 'The appeal against it; null where there is none.' })
  async appeals(sanctions: readonly Sanction[], { tx }: Loading) {
    const sanctionIds = sanctions.map(({ id }) => id);
    return inOrder(sanctionIds, await tx.many(listAppeals, { sanctionIds }), (one) => one.sanctionId);
  }

  @LoadField('notice', () => NoticeType, { allow: 'notice.read', nullable: true, description: 'The paper by which it is served; null before it is confirmed.' })
  async notices(sanctions: readonly Sanction[], { tx }: Loading) {
    const caseIds = sanctions.map(({ id }) => id);
    return inOrder(caseIds, await tx.many(listNoticesOfCases, { caseType: 'sanction', caseIds }), (one) => one.caseId);
  }

  @LoadField('complaints', () => [ComplaintType], { allow: 'complaint.read', nullable: true, description: 'The complaints that counted when it was proposed.' })
  async complaints(sanctions: readonly Sanction[], { tx }: Loading) {
    const sanctionIds = sanctions.map(({ id }) => id);
    const counted = await tx.many(listComplaintsOf, { sanctionIds });
    const complaints = new Map((await tx.many(readComplaints, { complaintIds: counted.map((one) => one.complaintId) })).map((one) => [one.id, one]));
    return groupedInOrder(sanctionIds, counted, (one) => one.sanctionId).map((ofOne) => ofOne.map(({ complaintId }) => complaints.get(complaintId)!));
  }
}
