import { grantableRoles } from './grantable-roles.js';
import { permissions, permissionsOf, roles, type Permission, type RoleName } from './permissions.js';

type Duties = [title: string, role: RoleName, may: Permission[], mayNot: Permission[]];

// Derived from the duty lists of the rulebook, not from the table under test.
const duties: Duties[] = [
  ['RO-1 the operator administrator may set up members, agreements, packs and users, and may not decide or pay compensation',
    'operator_administrator', ['member.register', 'agreement.sign', 'people.invite', 'network.read', 'pack.propose', 'pack.decide'], ['compensation.decide', 'compensation.pay', 'fund.release']],
  ['RO-1 the operator administrator may set up members, agreements and users, and may not decide or pay compensation',
    'operator_administrator', ['member.register', 'agreement.sign', 'people.invite', 'network.read', 'webhook.manage'], ['compensation.decide', 'compensation.pay', 'fund.release']],
  ['RO-2 the complaint desk may take in complaints and propose compensation, and may not decide on it',
    'complaint_desk', ['complaint.record', 'compensation.propose'], ['compensation.decide', 'compensation.pay', 'deduction.decide']],
  ['RO-3 the floor may serve notices, and may neither propose compensation nor decide deductions',
    'floor', ['complaint.read', 'notice.serve'], ['compensation.propose', 'deduction.decide', 'fund.hold']],
  ['RO-4 supervision may propose compensation and deductions, and may not approve or pay compensation',
    'supervision', ['compensation.propose', 'deduction.propose', 'complaint.read', 'pack.decide'], ['pack.propose', 'compensation.decide', 'compensation.pay', 'fund.receive']],
  ['RO-5 finance may receive funds and pay out, and may not approve compensation',
    'finance', ['fund.receive', 'compensation.pay', 'ledger.read'], ['compensation.decide', 'compensation.propose', 'deduction.decide']],
  ['RO-6 the after-sales manager may approve compensation, and may not pay it',
    'after_sales_manager', ['compensation.decide', 'complaint.read'], ['compensation.pay', 'compensation.propose', 'fund.release']],
  ['RO-7 a shop may see its complaints, fund and sanctions, and may not touch the fund or record complaints',
    'shop', ['complaint.read', 'fund.read', 'deduction.read', 'notice.read'], ['fund.release', 'fund.receive', 'complaint.record', 'compensation.propose']],
  ['RO-8 an outlet may submit claims and see its statements, and may not adjudicate claims',
    'outlet', ['claim.submit', 'claim.read', 'statement.read'], ['claim.adjudicate', 'statement.audit', 'complaint.read']],
  ['RO-9 the claim auditor may adjudicate claims, audit statements and approve materials, and may not submit claims',
    'claim_auditor', ['claim.adjudicate', 'statement.audit', 'material.approve'], ['claim.submit', 'fund.release', 'compensation.decide']],
  ['RO-10 the certification auditor may score assessments, and may not decide them',
    'certification_auditor', ['assessment.read', 'assessment.score'], ['assessment.decide', 'complaint.read', 'member.read', 'ledger.read']],
  ['RO-12 the sales-floor department may decide deductions, and may neither propose them nor pay out',
    'sales_floor', ['deduction.decide', 'deduction.read'], ['deduction.propose', 'compensation.pay', 'compensation.decide']],
  ['RO-13 the certification decider may decide assessments, and may not score them',
    'certification_decider', ['assessment.decide'], ['assessment.score', 'complaint.read']],
  ['RO-14 a supplier may answer recourse cases, and may not see complaints or funds',
    'supplier', ['recourse.read', 'recourse.answer'], ['complaint.read', 'fund.read', 'ledger.read']],
  ['RO-15 the accounts auditor may read ledger, statements and audit record, and may not reverse an entry',
    'accounts_auditor', ['ledger.read', 'statement.read', 'audit.read'], ['ledger.reverse', 'fund.receive', 'compensation.decide']],
];

const sanctions: Duties[] = [
  ['RO-3 the floor may propose sanctions, and may not decide them', 'floor', ['sanction.propose', 'sanction.read'], ['sanction.decide', 'sanction.appeal', 'award.grant']],
  ['RO-4 supervision may propose and confirm sanctions, and may not appeal them', 'supervision', ['sanction.propose', 'sanction.decide'], ['sanction.appeal', 'award.grant']],
  ['RO-6 the after-sales manager may grant awards, and may not decide sanctions', 'after_sales_manager', ['award.grant', 'sanction.read'], ['sanction.decide', 'sanction.propose']],
  ['RO-7 a shop may appeal its sanctions, and may not decide on them', 'shop', ['sanction.read', 'sanction.appeal'], ['sanction.propose', 'sanction.decide']],
  ['RO-12 the sales-floor department may decide sanctions, and may not propose them', 'sales_floor', ['sanction.decide'], ['sanction.propose', 'sanction.appeal']],
];

const analysing: Duties[] = [
  ['RO-2 the complaint desk may read the monthly analysis, and may not approve compensation', 'complaint_desk', ['analysis.read'], ['compensation.decide']],
  ['RO-4 supervision may read the analysis, and may not set targets', 'supervision', ['analysis.read'], ['pack.propose']],
  ['RO-6 the after-sales manager may read the analysis as a report, and may not take complaints in', 'after_sales_manager', ['analysis.read'], ['complaint.record']],
  ['RO-7 a shop may read the analysis of its own complaints, and no audit record', 'shop', ['analysis.read'], ['audit.read']],
  ['RO-15 the accounts auditor may read and export the analysis, and may not look at single complaints', 'accounts_auditor', ['analysis.read'], ['complaint.read']],
  ['RO-3 the floor may help settle complaints, and may not read the analysis', 'floor', ['complaint.handle'], ['analysis.read']],
];

const personal: Duties[] = [
  ['RO-1 the operator administrator may erase a consumer on request, and may not look at one', 'operator_administrator', ['consumer.erase'], ['consumer.read', 'consumer.reveal', 'consumer.record']],
  ['RO-2 the complaint desk may record consumers and see them in clear, and may not erase one', 'complaint_desk', ['consumer.read', 'consumer.record', 'consumer.reveal'], ['consumer.erase']],
  ['RO-4 supervision may see consumers, in clear for a purpose, and may not record or erase them', 'supervision', ['consumer.read', 'consumer.reveal'], ['consumer.record', 'consumer.erase']],
  ['RO-6 the after-sales manager may see consumers, in clear for a purpose, and may not record or erase them', 'after_sales_manager', ['consumer.read', 'consumer.reveal'], ['consumer.record', 'consumer.erase']],
  ['RO-7 a shop may see its own consumers, masked, and never in clear', 'shop', ['consumer.read'], ['consumer.reveal', 'consumer.record', 'consumer.erase']],
  ['RO-5 finance may pay out, and may not look at consumers', 'finance', ['compensation.pay'], ['consumer.read', 'consumer.reveal']],
];

describe('A role', () => {
  it.each([...duties, ...sanctions, ...analysing, ...personal])('%s', (_, role, may, mayNot) => {
    const held = permissionsOf([role]);
    expect(may.filter((permission) => !held.has(permission))).toEqual([]);
    expect(mayNot.filter((permission) => held.has(permission))).toEqual([]);
  });

  it('RO-10 the certification auditor may do nothing but assess', () => {
    expect([...permissionsOf(['certification_auditor'])].every((permission) => permission.startsWith('assessment.'))).toBe(true);
  });

  it('RO-11 the consumer may be known by a ticket code alone, and may not be given a log-in', () => {
    expect(permissionsOf(['consumer']).size).toBe(0);
    expect(() => grantableRoles(['consumer'], null)).toThrow('access: ROLE_NOT_GRANTABLE');
  });

  it('RO-15 the accounts auditor may change nothing', () => {
    expect([...permissionsOf(['accounts_auditor'])].filter((permission) => !permission.endsWith('.read'))).toEqual([]);
  });

  it('RO-16 the integrator may do what a key’s scopes say, and may not be a person’s role', () => {
    expect(permissionsOf(['integrator']).size).toBe(0);
    expect(() => grantableRoles(['integrator'], null)).toThrow('access: ROLE_NOT_GRANTABLE');
  });

  it('that decides on money is never the one that pays it out', () => {
    const both = Object.keys(roles).filter((role) => {
      const held = permissionsOf([role]);
      const decides = held.has('compensation.decide') || held.has('deduction.decide');
      return decides && (held.has('compensation.pay') || held.has('fund.release'));
    });
    expect(both).toEqual([]);
  });

  it('stands for one rule of the rulebook each, RO-1 to RO-16', () => {
    const rules = Object.values(roles).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(Array.from({ length: 16 }, (_, i) => `RO-${i + 1}`)));
    expect(rules).toHaveLength(16);
  });

  it('adds to the others that a person holds, and an unknown one adds nothing', () => {
    expect(permissionsOf(['floor', 'finance', 'king'])).toEqual(new Set([...permissionsOf(['floor']), ...permissionsOf(['finance'])]));
    expect(permissionsOf(['toString', '__proto__', 'constructor']).size).toBe(0);
  });
});

describe('Permissions', () => {
  it('are all held by some role', () => {
    const held = permissionsOf(Object.keys(roles));
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
  });
});
