import { grantableRoles } from './grantable-roles.js';

const member = '0190f0f0-0000-7000-8000-000000000001';

describe('Roles', () => {
  it.each([
    ['an operator’s without a member', ['finance', 'floor'], null, ['finance', 'floor']],
    ['a member’s with one', ['shop'], member, ['shop']],
    ['each once', ['floor', 'floor'], null, ['floor']],
  ])('are granted: %s', (_, names, memberId, granted) => {
    expect(grantableRoles(names, memberId)).toEqual(granted);
  });

  it.each([
    ['ROLES_EMPTY', 'roles', [], null],
    ['ROLE_UNKNOWN', 'roles', ['Finance'], null],
    ['ROLE_UNKNOWN', 'roles', ['__proto__'], null],
    ['ROLE_NOT_GRANTABLE', 'roles', ['integrator'], member],
    ['ROLE_NEEDS_MEMBER', 'memberId', ['outlet'], null],
    ['ROLE_FORBIDS_MEMBER', 'memberId', ['floor'], member],
    ['ROLE_NEEDS_MEMBER', 'memberId', ['floor', 'shop'], null],
  ])('are refused with %s at %s: %j of %s', (code, field, names, memberId) => {
    expect(() => grantableRoles(names, memberId)).toThrow(expect.objectContaining({ code, field }));
  });
});
