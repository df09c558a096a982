import { complaintAnalysis, refuseAnalysis, shopOf, type AnalysisRow, type ComplaintAnalysis } from '@app/analysis';
import type { MemberTx } from '@app/database';
import { readMembers } from '@app/members';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, inOrder, LoadField, Reading, roomErrors, type Loading } from '../door/index.js';
import { MemberType } from '../members/member.graphql.js';
import { AnalysisRowType, ComplaintAnalysisArgs, ComplaintAnalysisType } from './analysis.graphql.js';

roomErrors(refuseAnalysis);

@Resolver(() => AnalysisRowType)
export class AnalysisResolver {
  @Allow('analysis.read')
  @Query(() => ComplaintAnalysisType, {
    description: 'The analysis of complaints by shop, category, cause, outcome, clock, person, against the period before; to a shop\'s people of their own shop alone. The same, whole, by GET /complaint-analysis/2026-10.csv and .xlsx. Errors: PERIOD_UNREADABLE, PERIOD_IN_FUTURE. Source: CX-10, QM-3, QM-4, QM-6, QM-8.',
  })
  complaintAnalysis(@Reading() tx: MemberTx, @Args() { period, by }: ComplaintAnalysisArgs): Promise<ComplaintAnalysis> {
    return complaintAnalysis(tx, period ?? null, by);
  }

  @LoadField('shop', () => MemberType, { allow: 'member.read', nullable: true, description: 'The shop that a row by shop or salesperson is of; null for others.' })
  async shops(rows: readonly AnalysisRow[], { tx }: Loading) {
    const ids = rows.map(shopOf);
    return inOrder(ids, await tx.many(readMembers, { memberIds: ids.filter((id) => id !== null) }), (member) => member.id);
  }
}
