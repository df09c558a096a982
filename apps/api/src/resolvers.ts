import { ApiKeyResolver } from './access/api-key.resolver.js';
import { NetworkResolver } from './access/network.resolver.js';
import { PeopleResolver } from './access/people.resolver.js';
import { SessionResolver } from './access/session.resolver.js';
import { CompensationResolver } from './compensation/compensation.resolver.js';
import { ComplaintResolver } from './complaints/complaint.resolver.js';
import { FundActsResolver } from './funds/fund-acts.resolver.js';
import { FundCallFieldsResolver, FundFieldsResolver } from './funds/fund-fields.resolver.js';
import { FundResolver } from './funds/fund.resolver.js';
import { LedgerResolver } from './ledger/ledger.resolver.js';
import { AgreementResolver, MemberAgreementsResolver } from './members/agreement.resolver.js';
import { MemberResolver } from './members/member.resolver.js';
import { NoticeResolver } from './notices/notice.resolver.js';
import { RecoveryResolver } from './recovery/recovery.resolver.js';

/** Everything that the API answers, room by room. */
export const resolvers = [
  NetworkResolver, PeopleResolver, SessionResolver, ApiKeyResolver,
  MemberResolver, MemberAgreementsResolver, AgreementResolver,
  LedgerResolver,
  FundResolver, FundFieldsResolver, FundCallFieldsResolver, FundActsResolver,
  NoticeResolver, RecoveryResolver,
  ComplaintResolver, CompensationResolver,
];
