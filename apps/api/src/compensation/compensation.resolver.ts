import {
  decideCompensation, holdCompensation, listRequests, payCompensation, proposeCompensation, readRequests, refuseCompensation,
  type CompensationRequest,
} from '@app/compensation';
import { Database, type Done, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { Allow, answered, By, connect, cursor, found, Id, Input, nodeOf, PageArgs, Reading, roomErrors } from '../door/index.js';
import {
  CompensationConnection, CompensationPayload, CompensationRequestType, CompensationStateEnum, DecideCompensationInput, HoldCompensationInput,
  HoldCompensationPayload, PayCompensationInput, PayCompensationPayload, ProposeCompensationInput, shownRequest,
} from './compensation.graphql.js';

roomErrors(refuseCompensation);
nodeOf('compensation', { type: () => CompensationRequestType, allow: 'compensation.read', load: (tx, id) => oneRequest(tx, id) });

const byRequest = cursor('compensation', { id: 'uuid' });

async function oneRequest(tx: MemberTx, id: string) {
  const request = await tx.maybe(readRequests, { requestIds: [id] });
  return request && shownRequest(request);
}

const shown = <R extends { request: CompensationRequest }>(done: Done<R>) =>
  answered({ ...done, result: { ...done.result, request: shownRequest(done.result.request) } });

@ArgsType()
class RequestArgs extends PageArgs {
  @Field(() => CompensationStateEnum, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  @IsIn(Object.values(CompensationStateEnum))
  state?: string | null;
}

@Resolver(() => CompensationRequestType)
export class CompensationResolver {
  constructor(private readonly database: Database) {}

  @Allow('compensation.read')
  @Query(() => CompensationConnection, { description: 'The compensation requests that the caller may see.' })
  compensationRequests(
    @Reading() tx: MemberTx,
    @Args() { state = null, ...page }: RequestArgs,
  ) {
    return connect(page, byRequest, async (after, count) =>
      (await tx.many(listRequests, { memberId: null, state, after: after?.id ?? null, count })).map(shownRequest));
  }

  @Allow('compensation.read')
  @Query(() => CompensationRequestType, { description: 'One compensation request. Errors: NOT_FOUND.' })
  async compensationRequest(@Reading() tx: MemberTx, @Id('compensation', { description: 'Which request.' }) id: string) {
    return found(await oneRequest(tx, id));
  }

  @Allow('compensation.propose')
  @Mutation(() => CompensationPayload, {
    description: 'Proposes what the rules give for a complaint whose shop is absent. Errors: SHOP_NOT_PRESSED, REQUEST_EXISTS, NO_REFUND, FACTS_MISSING. '
      + 'Source: FR-3, TG-A4, TG-A6.',
  })
  async proposeCompensation(@By() caller: Caller, @Input() input: ProposeCompensationInput) {
    return shown(await proposeCompensation(this.database, caller, input));
  }

  @Allow('fund.hold')
  @Mutation(() => HoldCompensationPayload, {
    description: 'Sets aside on the shop\'s funds what a request asks for, as far as they go. Errors: NOTHING_AVAILABLE, ALREADY_HELD, WRONG_STATE. Source: FR-5, RO-5.',
  })
  async holdCompensation(@By() caller: Caller, @Input() input: HoldCompensationInput) {
    return shown(await holdCompensation(this.database, caller, { ...input, expiresAt: input.expiresAt ?? null }));
  }

  @Allow('compensation.decide')
  @Mutation(() => CompensationPayload, { description: 'Approves or refuses a request, never by its proposer. Errors: OWN_PROPOSAL, WRONG_STATE, STALE_VERSION. Source: RO-6.' })
  async decideCompensation(@By() caller: Caller, @Input() input: DecideCompensationInput) {
    return shown(await decideCompensation(this.database, caller, input));
  }

  @Allow('compensation.pay')
  @Mutation(() => PayCompensationPayload, {
    description: 'Records that the mall paid the consumer, and recovers it from the shop at once: held money, then its funds in their order, then a '
      + 'receivable. Errors: WRONG_STATE, OWN_DECISION, HOLD_EXPIRED, STALE_VERSION. Source: FR-3, FR-5, RO-5.',
  })
  async payCompensation(@By() caller: Caller, @Input() input: PayCompensationInput) {
    return shown(await payCompensation(this.database, caller, { ...input, paidOn: input.paidOn ?? null }));
  }
}
