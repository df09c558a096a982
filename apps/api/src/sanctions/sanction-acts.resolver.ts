import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { appealSanction, decideAppeal, decideSanction, grantAward, proposeByHand, proposeSanction } from '@app/sanctions';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, Input } from '../door/index.js';
import {
  AppealSanctionInput, AppealSanctionPayload, DecideAppealInput, DecideAppealPayload, DecideSanctionInput, DecideSanctionPayload, GrantAwardInput,
  GrantAwardPayload, ProposeSanctionByHandInput, ProposeSanctionInput, ProposeSanctionPayload,
} from './sanction-acts.graphql.js';
import { SanctionType } from './sanction.graphql.js';
import { shown } from './shown-sanction.js';

@Resolver(() => SanctionType)
export class SanctionActsResolver {
  constructor(private readonly database: Database) {}

  @Allow('sanction.propose')
  @Mutation(() => ProposeSanctionPayload, {
    description: 'Proposes a sanction that is due by the counted complaints; the system proposes them too, as complaints come in. '
      + 'Errors: NOT_DUE, ALREADY_PROPOSED. Source: SN-1, SN-2, SN-3, SN-5.',
  })
  async proposeSanction(@By() caller: Caller, @Input() input: ProposeSanctionInput) {
    return shown(await proposeSanction(this.database, caller, { ...input, problem: input.problem ?? null }));
  }

  @Allow('sanction.propose')
  @Mutation(() => ProposeSanctionPayload, {
    description: 'Proposes a sanction that no count of complaints gives, with the reason; how far it goes follows from the earlier ones. '
      + 'Errors: UNKNOWN_RULE, STAFF_CODE_MISSING, AMOUNT_FIXED, NOT_A_BREACH. Source: SN-5, SN-6, SN-7, SN-9, SN-10, QF-8, QF-9.',
  })
  async proposeSanctionByHand(@By() caller: Caller, @Input() { staffCode, amount, noticeWorkingDays, approved, ...input }: ProposeSanctionByHandInput) {
    return shown(await proposeByHand(this.database, caller, {
      ...input, staffCode: staffCode ?? null, amount: amount ?? null, noticeWorkingDays: noticeWorkingDays ?? null, approved: approved ?? null,
    }));
  }

  @Allow('sanction.decide')
  @Mutation(() => DecideSanctionPayload, {
    description: 'Decides a proposed sanction, never by its proposer: confirms it, takes its money and issues its notice, or refuses it. '
      + 'Errors: OWN_PROPOSAL, ALREADY_DECIDED, STALE_VERSION. Source: SN-8, QF-3, QF-4, RO-4, RO-12.',
  })
  async decideSanction(@By() caller: Caller, @Input() input: DecideSanctionInput) {
    return shown(await decideSanction(this.database, caller, input));
  }

  @Allow('sanction.appeal')
  @Mutation(() => AppealSanctionPayload, {
    description: 'Appeals against the caller\'s own sanction, once, within days from its service. Errors: NOT_SERVED, ALREADY_APPEALED, APPEAL_TOO_LATE. Source: SN-8, RO-7.',
  })
  async appealSanction(@By() caller: Caller, @Input() input: AppealSanctionInput) {
    return shown(await appealSanction(this.database, caller, input));
  }

  @Allow('sanction.decide')
  @Mutation(() => DecideAppealPayload, {
    description: 'Decides an appeal, by neither proposer nor decider: upholds the sanction, or lifts it and gives its money back. '
      + 'Errors: NOT_APPEALED, OWN_PROPOSAL, OWN_DECISION, STALE_VERSION. Source: SN-8.',
  })
  async decideAppeal(@By() caller: Caller, @Input() input: DecideAppealInput) {
    return shown(await decideAppeal(this.database, caller, { ...input, effectiveOn: input.effectiveOn ?? null }));
  }

  @Allow('award.grant')
  @Mutation(() => GrantAwardPayload, { description: 'Grants the award for a whole calendar year under agreement without a counted complaint. Errors: AWARD_NOT_EARNED, ALREADY_AWARDED. Source: SN-4, RO-6.' })
  async grantAward(@By() caller: Caller, @Input() input: GrantAwardInput) {
    return answered(await grantAward(this.database, caller, input));
  }
}
