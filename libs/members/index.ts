import { Agreement } from './agreement.entity.js';
import { Member } from './member.entity.js';

export const memberEntities = [Member, Agreement];
export type { Agreement, Member };
export { memberKinds, type MemberKind } from './member.entity.js';
export { registerMember, type RegisterMember } from './register-member.js';
export { signAgreement, type SignAgreement } from './sign-agreement.js';
export { endAgreement, type EndAgreement } from './end-agreement.js';
export { registerTerms, type TermsSection } from './terms.js';
export { countMembers, listMembers, lockMember, readMembers } from './member.sql.js';
export { agreementOn, lastAgreementBy, listAgreements, readAgreements } from './agreement.sql.js';
export { refuse as refuseMembers } from './refusals.js';
