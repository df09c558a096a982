import { addDays, day } from '@app/kernel';
import { registerPackKind } from '@app/policies';
import { agreedSince } from './agreed-since.js';
import { awardDue } from './award-due.js';
import { ladderStep } from './ladder-step.js';
import { mallSanctions } from './mall.pack.js';
import { sanctionKind } from './policy.js';
import { sanctionsDue, type CountableComplaint, type EarlierSanction, type SanctionFacts } from './sanctions-due.js';

/** As they are when they are asked for: the search for parameters that no test holds shifts them. */
const shipped = () => mallSanctions.rules;

/** Complaints on one problem, by their days of intake. */
const on = (problem: string, ...days: string[]): CountableComplaint[] =>
  days.map((one, i) => ({ id: `${problem}-${one}-${i}`, problem, receivedOn: day(one), counts: true }));
const many = (n: number, date: string): CountableComplaint[] =>
  Array.from({ length: n }, (_, i) => ({ id: `c${i}`, problem: `p${i}`, receivedOn: day(date), counts: true }));
const sanction = (measure: EarlierSanction['measure'], more: Partial<EarlierSanction> = {}): EarlierSanction =>
  ({ measure, problem: 'sole', windowFrom: day('2026-03-01'), state: 'confirmed', decidedOn: day('2026-03-20'), servedOn: day('2026-03-21'), ...more });
const due = (facts: Omit<Partial<SanctionFacts>, 'today'> & { today: string }) =>
  sanctionsDue({ agreedSince: day('2026-01-01'), complaints: [], sanctions: [], ...facts, today: day(facts.today) }, shipped());
const measuresOf = (facts: Parameters<typeof due>[0]) => due(facts).map(({ rule, measure }) => `${rule} ${measure}`);

describe('Sanctions due', () => {
  it.each<[string, string, CountableComplaint[], string[]]>([
    ['SN-1 two on one problem in a month: nothing', '2026-03-31', on('sole', '2026-03-01', '2026-03-31'), []],
    ['SN-1 three on one problem in a month, first day to last: an oral warning', '2026-03-31', on('sole', '2026-03-01', '2026-03-15', '2026-03-31'), ['SN-1 oral_warning']],
    ['SN-1 four: an ultimatum, and no warning beside it', '2026-03-31', on('sole', '2026-03-01', '2026-03-15', '2026-03-31', '2026-03-31'), ['SN-1 ultimatum']],
    ['SN-1 three across a month\'s end: nothing', '2026-04-01', on('sole', '2026-03-30', '2026-03-31', '2026-04-01'), []],
    ['SN-1 three in thirty days of two months: nothing', '2026-03-02', on('sole', '2026-02-27', '2026-02-28', '2026-03-01'), []],
    ['SN-1 three in the short month: an oral warning', '2026-02-28', on('sole', '2026-02-01', '2026-02-28', '2026-02-28'), ['SN-1 oral_warning']],
    ['SN-1 three on different problems: nothing', '2026-03-31', [...on('sole', '2026-03-01', '2026-03-02'), ...on('upper', '2026-03-03')], []],
    ['SN-1 three of last month, recorded late: an oral warning', '2026-04-01', on('sole', '2026-03-01', '2026-03-15', '2026-03-31'), ['SN-1 oral_warning']],
    ['SN-1 three of the month before last: nothing any more', '2026-05-01', on('sole', '2026-03-01', '2026-03-15', '2026-03-31'), []],
    ['SN-3 twenty-five in all: nothing', '2026-03-31', many(25, '2026-03-31'), []],
    ['SN-3 twenty-six in all: the complaint fund', '2026-03-31', many(26, '2026-03-31'), ['SN-3 complaint_fund']],
    ['SN-3 twenty-six, of which one lies before the agreement: nothing', '2026-03-31', [...many(25, '2026-03-31'), ...on('old', '2025-12-31')], []],
    ['SN-3 twenty-six, of which one on the agreement\'s first day: the complaint fund', '2026-03-31', [...many(25, '2026-03-31'), ...on('old', '2026-01-01')], ['SN-3 complaint_fund']],
  ])('%s', (_, today, complaints, expected) => {
    expect(measuresOf({ today, complaints })).toEqual(expected);
  });

  it('SN-8 leave out what was withdrawn or found unfounded, and name what counted', () => {
    const [first, ...rest] = on('sole', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04');
    const [one] = due({ today: '2026-03-31', complaints: [{ ...first!, counts: false }, ...rest] });
    expect(one).toMatchObject({ measure: 'oral_warning', problem: 'sole', windowFrom: '2026-03-01', windowThrough: '2026-03-31', complaintIds: rest.map(({ id }) => id) });
  });

  it.each<[string, EarlierSanction, string[], string[]]>([
    ['SN-2 a further complaint on the first day of the month after the ultimatum: expulsion', sanction('ultimatum'), ['2026-04-01'], ['SN-2 expulsion']],
    ['SN-2 one on its last day: expulsion', sanction('ultimatum'), ['2026-04-30'], ['SN-2 expulsion']],
    ['SN-2 none in that month: nothing', sanction('ultimatum'), ['2026-05-01'], []],
    ['SN-2 one in the rest of the month of service: nothing', sanction('ultimatum'), ['2026-03-31'], []],
    ['SN-2 an ultimatum that was not served: nothing', sanction('ultimatum', { servedOn: null }), ['2026-04-01'], []],
    ['SN-2 an ultimatum served in the next month moves the month with it', sanction('ultimatum', { servedOn: day('2026-04-02') }), ['2026-04-20'], []],
    ['SN-2 an ultimatum that was lifted: nothing', sanction('ultimatum', { state: 'lifted' }), ['2026-04-01'], []],
    ['SN-2 an ultimatum that was upheld: expulsion', sanction('ultimatum', { state: 'upheld' }), ['2026-04-01'], ['SN-2 expulsion']],
    ['SN-2 one on another problem: nothing', sanction('ultimatum', { problem: 'upper' }), ['2026-04-01'], []],
    ['SN-2 a shop that is expelled already: nothing more', sanction('expulsion', { windowFrom: null }), ['2026-05-01', '2026-05-02', '2026-05-03'], []],
  ])('%s', (_, earlier, days, expected) => {
    expect(measuresOf({ today: '2026-05-10', complaints: on('sole', ...days), sanctions: [earlier] })).toEqual(expected);
  });

  it.each<[string, number, string[]]>([
    ['SN-5 one written notice: nothing', 1, []],
    ['SN-5 the second: the brand may end the contract', 2, ['SN-5 may_end_contract']],
    ['SN-5 the third: the bond is kept', 3, ['SN-5 bond_kept']],
  ])('%s', (_, notices, expected) => {
    const sanctions = Array.from({ length: notices }, () => sanction('quality_notice', { problem: null, windowFrom: null }));
    expect(measuresOf({ today: '2026-04-01', sanctions: [...sanctions, sanction('quality_notice', { problem: null, windowFrom: null, state: 'lifted' })] })).toEqual(expected);
  });

  it('are proposed once for one problem and month, whatever was decided', () => {
    const complaints = on('sole', '2026-03-01', '2026-03-02', '2026-03-03');
    for (const state of ['proposed', 'refused', 'lifted', 'confirmed'] as const) {
      expect(due({ today: '2026-03-31', complaints, sanctions: [sanction('oral_warning', { state })] })).toEqual([]);
    }
    expect(measuresOf({ today: '2026-03-31', complaints, sanctions: [sanction('oral_warning', { windowFrom: day('2026-02-01') })] })).toEqual(['SN-1 oral_warning']);
  });

  it('are none of a member that is under no agreement', () => {
    expect(due({ today: '2026-03-31', agreedSince: null, complaints: many(26, '2026-03-31') })).toEqual([]);
  });

  it('QF-3 the expulsion takes the whole deposit, and a warning takes nothing', () => {
    const expelled = due({ today: '2026-04-30', complaints: on('sole', '2026-04-01'), sanctions: [sanction('ultimatum')] });
    expect(expelled.map(({ wholeDeposit }) => wholeDeposit)).toEqual([true]);
    expect(due({ today: '2026-03-31', complaints: on('sole', '2026-03-01', '2026-03-02', '2026-03-03') }).map(({ wholeDeposit, amount }) => [wholeDeposit, amount])).toEqual([[false, null]]);
  });

  it('QF-4 the complaint fund is 1,000.00 with a due date, and not before the twenty-sixth', () => {
    expect(due({ today: '2026-03-31', complaints: many(26, '2026-03-31') })[0]).toMatchObject({ amount: { minor: 100_000n, currency: 'CNY' }, dueDays: 15 });
    expect(due({ today: '2026-03-31', complaints: many(25, '2026-03-31') })).toEqual([]);
  });
});

describe('The ladder of a rule', () => {
  it.each([[1, 'staff_warning'], [2, 'staff_penalty'], [3, 'staff_dismissal'], [4, 'staff_dismissal']])('SN-6 case %i of a person: %s', (count, measure) => {
    expect(ladderStep(shipped().ladder, 'by_hand', count, 'SN-6')?.measure).toBe(measure);
  });

  it('SN-6 gives nothing without a case', () => {
    expect(ladderStep(shipped().ladder, 'by_hand', 0, 'SN-6')).toBeNull();
  });
});

describe('Being under agreement', () => {
  const term = (startsOn: string, endsOn: string | null) => ({ startsOn: day(startsOn), endsOn: endsOn === null ? null : day(endsOn) });

  it.each<[string, ReturnType<typeof term>[], string | null]>([
    ['runs on over a renewal', [term('2024-01-01', '2024-12-31'), term('2025-01-01', null)], '2024-01-01'],
    ['breaks where a day lies between', [term('2024-01-01', '2024-12-30'), term('2025-01-01', null)], '2025-01-01'],
    ['is over once the last has ended', [term('2024-01-01', '2025-05-31')], null],
    ['has not begun before the first', [term('2026-01-01', null)], null],
  ])('%s', (_, terms, since) => {
    expect(agreedSince(terms, day('2025-06-01'))).toBe(since);
  });
});

describe('The award', () => {
  const terms = [{ startsOn: day('2025-01-01'), endsOn: null }];
  const facts = { today: day('2026-01-01'), year: 2025, terms, complaints: [] };

  it('SN-4 is earned by a calendar year without complaint', () => {
    expect(awardDue(facts, shipped()).award).toMatchObject({ id: 'SN-4', plaque: '全年无顾客投诉' });
    expect(awardDue({ ...facts, complaints: [...on('sole', '2024-12-31', '2026-01-01'), ...on('sole', '2025-05-05').map((one) => ({ ...one, counts: false }))] }, shipped()).award).not.toBeNull();
  });

  it.each<[string, Partial<typeof facts> & { complaints?: CountableComplaint[] }, string]>([
    ['on the year\'s last day', { today: day('2025-12-31') }, 'YEAR_NOT_OVER'],
    ['for a year that began without agreement', { terms: [{ startsOn: day('2025-01-02'), endsOn: null }] }, 'NOT_A_FULL_YEAR'],
    ['with one complaint on the first day', { complaints: on('sole', '2025-01-01') as never }, 'COMPLAINED_OF'],
    ['with one complaint on the last day', { complaints: on('sole', '2025-12-31') as never }, 'COMPLAINED_OF'],
  ])('SN-4 is not earned %s', (_, more, why) => {
    expect(awardDue({ ...facts, ...more }, shipped())).toEqual({ award: null, why });
  });
});

describe('The shipped sanctions', () => {
  it('QF-3 take the whole deposit at an expulsion and at nothing else', () => {
    expect(shipped().ladder.filter(({ wholeDeposit }) => wholeDeposit).map(({ measure }) => measure)).toEqual(['expulsion']);
  });

  it('SN-8 may be appealed for fifteen days', () => {
    expect(shipped().windows.map(({ appealDays }) => addDays(day('2026-03-10'), appealDays))).toEqual(['2026-03-25']);
  });

  it('read back as they are written', () => {
    expect(() => registerPackKind(sanctionKind)).not.toThrow();
  });
});
