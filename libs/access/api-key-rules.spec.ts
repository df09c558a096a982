import type { Caller } from '@app/kernel';
import { checkExpiry, checkOverlap, grantableScopes, keyName } from './api-key-rules.js';
import { permissionsOf } from './permissions.js';

const maker = { permissions: permissionsOf(['operator_administrator', 'finance']) } as unknown as Caller;
const wallAt = new Date('2026-05-01T00:00:00.000Z');

describe('The scopes of a key', () => {
  it('are part of what its maker may do, each once', () => {
    expect(grantableScopes(maker, ['fund.read', 'fund.receive', 'fund.read'])).toEqual(['fund.read', 'fund.receive']);
  });

  it.each([
    ['SCOPES_EMPTY', []], ['SCOPE_UNKNOWN', ['fund.*']], ['SCOPE_NOT_HELD', ['fund.read', 'compensation.decide']],
    ['SCOPE_NOT_FOR_KEYS', ['api_key.manage']], ['SCOPE_NOT_FOR_KEYS', ['people.invite']],
  ])('are refused with %s for %j', (code, scopes) => {
    expect(() => grantableScopes(maker, scopes)).toThrow(expect.objectContaining({ code, field: 'scopes' }));
  });
});

describe('A key', () => {
  it.each(['2026-05-01T00:00:00.001Z', '2027-05-01T00:00:00.000Z', '2027-05-02T00:00:00.000Z'])('may expire at %s', (at) => {
    expect(() => checkExpiry(wallAt, new Date(at))).not.toThrow();
  });

  it.each(['2026-05-01T00:00:00.000Z', '2026-04-30T00:00:00.000Z', '2027-05-02T00:00:00.001Z', 'no date'])('may not expire at %s', (at) => {
    expect(() => checkExpiry(wallAt, new Date(at))).toThrow(expect.objectContaining({ code: 'EXPIRY_OUT_OF_RANGE', details: { latest: '2027-05-02T00:00:00.000Z' } }));
  });

  it.each([[0, true], [168, true], [169, false], [-1, false], [0.5, false], [NaN, false]])('may overlap with its successor for %s hours: %s', (hours, may) => {
    if (may) expect(() => checkOverlap(hours)).not.toThrow();
    else expect(() => checkOverlap(hours)).toThrow(expect.objectContaining({ field: 'overlapHours' }));
  });

  it('has a name', () => {
    expect(keyName(' ERP ')).toBe('ERP');
    expect(() => keyName('  ')).toThrow('INVALID_INPUT');
    expect(() => keyName('x'.repeat(101))).toThrow('INVALID_INPUT');
  });
});
