import { day, money, rate } from '@app/kernel';
import { checkedFacts } from './checked-facts.js';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';

const facts = factsOf({ goods: 'car', price: money(1n, 'CNY'), reportedOn: day('2026-03-01') });
const today = day('2026-03-02');
const repair: Repair = {
  receivedOn: day('2026-02-01'), returnedOn: day('2026-02-01'), hours: null, fault: 'none', part: null, component: null, replaced: false, late: [],
};
const codeOf = (given: Partial<RemedyFacts>) => {
  try {
    return checkedFacts({ ...facts, ...given }, today) && null;
  } catch (error) {
    const { code, field } = error as { code: string; field: string };
    return `${code} ${field}`;
  }
};

describe('facts', () => {
  it('are taken as they are where nothing is wrong with them', () => {
    const fine = { ...facts, soldOn: day('2026-02-01'), deliveredOn: day('2026-02-01'), reachedBrandOn: today, repairs: [repair], exchanges: [day('2026-03-01')], makersRate: rate('1') };
    expect(checkedFacts(fine, today)).toBe(fine);
  });
  it.each([
    ['FACT_IN_FUTURE reportedOn', { reportedOn: day('2026-03-03') }],
    ['FACT_IN_FUTURE reachedBrandOn', { reachedBrandOn: day('2026-03-03') }],
    ['FACT_AFTER_REPORT soldOn', { soldOn: today }],
    ['FACT_AFTER_REPORT partReturnedOn', { partReturnedOn: today }],
    ['FACT_AFTER_REPORT repairs.1.receivedOn', { repairs: [repair, { ...repair, receivedOn: today, returnedOn: null }] }],
    ['FACT_AFTER_REPORT repairs.0.returnedOn', { repairs: [{ ...repair, returnedOn: today }] }],
    ['REPAIR_ENDS_FIRST repairs.0.returnedOn', { repairs: [{ ...repair, returnedOn: day('2026-01-31') }] }],
    ['FACT_AFTER_REPORT exchanges.0', { exchanges: [today] }],
    ['FACT_BEFORE_SALE deliveredOn', { soldOn: day('2026-02-01'), deliveredOn: day('2026-01-31') }],
    ['FACT_BEFORE_SALE repairs.0.receivedOn', { soldOn: day('2026-02-02'), repairs: [repair] }],
    ['FACT_BEFORE_SALE exchanges.0', { soldOn: day('2026-02-02'), exchanges: [day('2026-02-01')] }],
    ['RATE_OUT_OF_RANGE makersRate', { makersRate: rate('-0.001') }],
  ] as [string, Partial<RemedyFacts>][])('are refused by %s', (refused, given) => expect(codeOf(given)).toBe(refused));
});
