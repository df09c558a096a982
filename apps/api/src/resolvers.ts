import { AuditResolver } from './access/audit.resolver.js';
import { AnalysisResolver } from './analysis/analysis.resolver.js';
import { CalendarResolver } from './clocks/calendar.resolver.js';
import { ClockResolver } from './clocks/clock.resolver.js';
import { CompensationResolver } from './compensation/compensation.resolver.js';
import { ComplaintResolver } from './complaints/complaint.resolver.js';
import { EndingResolver } from './complaints/ending.resolver.js';
import { FollowUpResolver } from './complaints/follow-up.resolver.js';
import { IntakeResolver } from './complaints/intake.resolver.js';
import { RemedyResolver } from './complaints/remedy.resolver.js';
import { ResponsibilityResolver } from './complaints/responsibility.resolver.js';
import { TicketResolver } from './complaints/ticket.resolver.js';
import { FileResolver } from './files/file.resolver.js';
import { FundActsResolver } from './funds/fund-acts.resolver.js';
import { FundCallFieldsResolver, FundFieldsResolver } from './funds/fund-fields.resolver.js';
import { FundResolver } from './funds/fund.resolver.js';
import { GuaranteesResolver } from './guarantees/guarantees.resolver.js';
import { AccountResolver } from './ledger/account.resolver.js';
import { ComplaintPeopleResolver } from './joins/complaint-people.resolver.js';
import { CaseMoneyResolver, ReceivablePaymentsResolver } from './joins/case-money.resolver.js';
import { ComplaintFilesResolver } from './joins/complaint-files.resolver.js';
import { LedgerResolver } from './ledger/ledger.resolver.js';
import { AgreementResolver, MemberAgreementsResolver } from './members/agreement.resolver.js';
import { CareResolver } from './members/care.resolver.js';
import { ConsumerActsResolver } from './members/consumer-acts.resolver.js';
import { ConsumerResolver } from './members/consumer.resolver.js';
import { MemberResolver } from './members/member.resolver.js';
import { PurchaseResolver } from './members/purchase.resolver.js';
import { NoticeResolver } from './notices/notice.resolver.js';
import { PackResolver } from './policies/pack.resolver.js';
import { MessageResolver } from './notices/message.resolver.js';
import { WebhookResolver } from './notices/webhook.resolver.js';
import { RecoveryResolver } from './recovery/recovery.resolver.js';
import { SanctionActsResolver } from './sanctions/sanction-acts.resolver.js';
import { SanctionResolver } from './sanctions/sanction.resolver.js';

/** What the API answers of the business, room by room; access has a module of its own, for its keys. */
export const resolvers = [
  AuditResolver, PackResolver, FileResolver, ClockResolver, CalendarResolver, NoticeResolver, MessageResolver, WebhookResolver,
  MemberResolver, MemberAgreementsResolver, AgreementResolver,
  ConsumerResolver, ConsumerActsResolver, PurchaseResolver, CareResolver,
  AccountResolver, LedgerResolver,
  GuaranteesResolver,
  FundResolver, FundFieldsResolver, FundCallFieldsResolver, FundActsResolver,
  RecoveryResolver, ReceivablePaymentsResolver,
  ComplaintResolver, IntakeResolver, EndingResolver, FollowUpResolver, ResponsibilityResolver, RemedyResolver, TicketResolver,
  ComplaintPeopleResolver, ComplaintFilesResolver,
  CompensationResolver, CaseMoneyResolver,
  SanctionResolver, SanctionActsResolver,
  AnalysisResolver,
];
