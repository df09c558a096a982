import { money } from '@app/kernel';
import { handProposal, type HandFacts } from './hand-proposal.js';
import { mallSanctions } from './mall.pack.js';

const propose = (rule: string, more: Partial<HandFacts> = {}) =>
  handProposal({ rule, earlier: 0, staffCode: 'A-17', amount: null, noticeWorkingDays: null, approved: null, ...more }, mallSanctions.rules);
const told = (rule: string, more: Partial<HandFacts> = {}) => {
  const { row, amount } = propose(rule, more);
  return [row.measure, amount?.minor ?? null];
};

describe('A proposal by a person', () => {
  it.each<[string, string, Partial<HandFacts>, unknown[]]>([
    ['SN-5 the first breach gives a written notice', 'SN-5', { staffCode: null }, ['quality_notice', null]],
    ['SN-6 the first case is a warning', 'SN-6', {}, ['staff_warning', null]],
    ['SN-6 the second a penalty', 'SN-6', { earlier: 1 }, ['staff_penalty', null]],
    ['SN-6 the third dismissal', 'SN-6', { earlier: 2 }, ['staff_dismissal', null]],
    ['SN-7 repeated faults give a quality warning, of no person', 'SN-7', { staffCode: null }, ['quality_warning', null]],
    ['SN-9 work not done gives a penalty slip', 'SN-9', { amount: money(5_000n, 'CNY') }, ['penalty_slip', 5_000n]],
    ['SN-10 harm to the brand gives a graded penalty', 'SN-10', {}, ['graded_penalty', null]],
    ['QF-8 the person at fault is fined 20.00', 'QF-8', {}, ['person_fine', 2_000n]],
    ['QF-9 twenty-nine working days of notice cost 50,000.00', 'QF-9', { noticeWorkingDays: 29, approved: true }, ['relocation_fine', 5_000_000n]],
    ['QF-9 thirty without the approval cost it too', 'QF-9', { noticeWorkingDays: 30, approved: false }, ['relocation_fine', 5_000_000n]],
  ])('%s', (_, rule, more, expected) => {
    expect(told(rule, more)).toEqual(expected);
  });

  it.each<[string, string, Partial<HandFacts>, string]>([
    ['QF-9 thirty working days with the approval are no breach', 'QF-9', { noticeWorkingDays: 30, approved: true }, 'NOT_A_BREACH'],
    ['QF-9 without the facts of the move nothing is proposed', 'QF-9', {}, 'MOVE_FACTS_MISSING'],
    ['SN-6 without the person\'s code nothing is proposed', 'SN-6', { staffCode: null }, 'STAFF_CODE_MISSING'],
    ['SN-9 nor a penalty slip', 'SN-9', { staffCode: null }, 'STAFF_CODE_MISSING'],
    ['SN-10 nor a graded penalty', 'SN-10', { staffCode: null }, 'STAFF_CODE_MISSING'],
    ['QF-8 another fine than the rule\'s is refused', 'QF-8', { amount: money(2_001n, 'CNY') }, 'AMOUNT_FIXED'],
    ['SN-7 does not open a rule that counts complaints', 'SN-1', {}, 'UNKNOWN_RULE'],
  ])('%s', (_, rule, more, code) => {
    expect(() => propose(rule, more)).toThrow(`sanctions: ${code}`);
  });
});
