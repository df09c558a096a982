import { Database } from '@app/database';
import { listTerms } from '@app/funds';
import { money, type Caller } from '@app/kernel';
import { endAgreement, listAgreements, readAgreements, signAgreement, type Agreement, type Member } from '@app/members';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, groupedInOrder, Input, LoadField, nodeOf, type Loading } from '../door/index.js';
import { AgreementPayload, AgreementType, EndAgreementInput, FundTermsInput, FundTermsType, SignAgreementInput } from './agreement.graphql.js';
import { MemberType } from './member.graphql.js';

nodeOf('agreement', { type: () => AgreementType, allow: 'agreement.read', load: (tx, id) => tx.maybe(readAgreements, { agreementIds: [id] }) });

@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(private readonly database: Database) {}

  @Allow('agreement.sign')
  @Mutation(() => AgreementPayload, {
    description: 'Puts dated terms in force and opens the pots they name. Errors: AGREEMENT_OVERLAPS, AGREEMENT_NUMBER_TAKEN, TERMS_INVALID.',
  })
  async signAgreement(@By() caller: Caller, @Input() { funds, ...input }: SignAgreementInput) {
    const terms = { funds: funds.map((pot) => termsOf(pot, caller.currency)) };
    return answered(await signAgreement(this.database, caller, { ...input, endsOn: input.endsOn ?? null, terms }));
  }

  @Allow('agreement.end')
  @Mutation(() => AgreementPayload, { description: 'Ends an agreement on a day; tail and return of its funds count from there. Errors: STALE_VERSION, AGREEMENT_ENDED.' })
  async endAgreement(@By() caller: Caller, @Input() input: EndAgreementInput) {
    return answered(await endAgreement(this.database, caller, input));
  }

  @LoadField('funds', () => [FundTermsType], { allow: 'parent', description: 'What it says of each pot, in the order of consumption.' })
  async terms(agreements: readonly Agreement[], { tx }: Loading) {
    const ids = agreements.map((agreement) => agreement.id);
    return groupedInOrder(ids, await tx.many(listTerms, { agreementIds: ids }), (terms) => terms.agreementId);
  }
}

@Resolver(() => MemberType)
export class MemberAgreementsResolver {
  @LoadField('agreements', () => [AgreementType], { allow: 'agreement.read', nullable: true, description: 'Its agreements, the latest first.' })
  async agreements(members: readonly Member[], { tx }: Loading) {
    const ids = members.map((member) => member.id);
    return groupedInOrder(ids, await tx.many(listAgreements, { memberIds: ids }), (agreement) => agreement.memberId);
  }
}

function termsOf({ required, lateReturnDailyRate, dueOn, ...pot }: FundTermsInput, currency: string) {
  const level = required ?? money(0n, currency);
  return { ...pot, requiredMinor: level.minor, currency: level.currency, dueOn: dueOn ?? null, lateReturnDailyRate: lateReturnDailyRate ?? '0' };
}
