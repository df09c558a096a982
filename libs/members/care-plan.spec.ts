import { day } from '@app/kernel';
import { mustBeClassed } from './care-outcome.js';
import { carePlan, type CareFacts } from './care-plan.js';
import { shippedCarePlan } from './policy.js';

const facts = (more: Partial<CareFacts> = {}): CareFacts => ({ soldOn: day('2026-01-20'), warrantyEndsOn: null, events: [], handlesSince: null, ...more });
const days = (rule: string, from: string, through: string, of = facts()) =>
  carePlan(shippedCarePlan, of, day(from), day(through)).filter((task) => task.rule === rule).map(({ dueOn }) => dueOn);

describe('The care plan', () => {
  it('QM-5 calls on the 10th of each month under warranty, and not in the month of the sale or after the warranty', () => {
    expect(days('monthly_call', '2026-01-01', '2026-04-30')).toEqual(['2026-02-10', '2026-03-10', '2026-04-10']);
    expect(days('monthly_call', '2026-12-01', '2027-06-30')).toEqual(['2026-12-10', '2027-01-10']);
  });

  it('QM-5 visits each month on the day of the sale, by senior staff each half year; senior staff does not visit between', () => {
    expect(days('monthly_visit', '2026-01-01', '2026-03-31', facts({ soldOn: day('2026-01-31') }))).toEqual(['2026-02-28', '2026-03-31']);
    expect(days('senior_visit', '2026-01-01', '2027-12-31')).toEqual(['2026-07-20', '2027-01-20']);
    expect(carePlan(shippedCarePlan, facts(), day('2026-07-20'), day('2026-07-20')).map(({ rule, byWhom, means }) => [rule, byWhom, means]))
      .toContainEqual(['senior_visit', 'senior', 'visit']);
  });

  it('QM-5 calls twice a year after the warranty, whenever it ended, and not before', () => {
    expect(days('after_warranty_call', '2026-01-01', '2027-01-31')).toEqual([]);
    expect(days('after_warranty_call', '2027-01-01', '2028-12-31')).toEqual(['2027-07-20', '2028-01-20', '2028-07-20']);
    expect(days('after_warranty_call', '2026-01-01', '2026-12-31', facts({ warrantyEndsOn: day('2026-02-01') }))).toEqual(['2026-08-01']);
  });

  it('QM-7 thanks once after each purchase, contract, visit and help, and not for what did not happen', () => {
    const of = facts({ events: [{ kind: 'contract', on: day('2026-02-01') }, { kind: 'help', on: day('2026-02-03') }, { kind: 'visit', on: day('2026-02-05') }] });
    const thanks = carePlan(shippedCarePlan, of, day('2026-01-01'), day('2026-12-31')).filter(({ rule }) => rule.startsWith('thanks'));
    expect(thanks.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
      ['thanks_after_contract', '2026-02-02'], ['thanks_after_help', '2026-02-04'], ['thanks_after_visit', '2026-02-06'],
    ]);
    expect(days('thanks_after_purchase', '2026-01-01', '2026-12-31', facts({ events: [{ kind: 'purchase', on: day('2026-01-20') }] }))).toEqual(['2026-01-21']);
  });

  it('QM-7 follows up week by week until the consumer handles the product, and not after', () => {
    const bought = [{ kind: 'purchase', on: day('2026-01-20') }] as const;
    expect(days('follow_up', '2026-01-01', '2026-12-31', facts({ events: bought }))).toEqual(['2026-01-27', '2026-02-03', '2026-02-10', '2026-02-17']);
    expect(days('follow_up', '2026-01-01', '2026-12-31', facts({ events: bought, handlesSince: day('2026-02-05') }))).toEqual(['2026-01-27', '2026-02-03']);
  });

  it('QM-7 sends product news each quarter, under warranty and after, and not oftener', () => {
    expect(days('product_news', '2026-01-01', '2027-05-01')).toEqual(['2026-04-20', '2026-07-20', '2026-10-20', '2027-01-20', '2027-04-20']);
  });

  it('is in order of days, within the days asked for', () => {
    const plan = carePlan(shippedCarePlan, facts(), day('2026-03-01'), day('2026-09-30'));
    expect(plan.map(({ dueOn }) => dueOn)).toEqual(plan.map(({ dueOn }) => dueOn).toSorted());
    expect([plan[0]!.dueOn >= '2026-03-01', plan.at(-1)!.dueOn <= '2026-09-30']).toEqual([true, true]);
  });

  it('says of every row where it comes from and how far that is known', () => {
    for (const row of [...shippedCarePlan.repeated, ...shippedCarePlan.answering]) {
      expect([row.rule, /^QM-[57] \(S\d\)$/.test(row.source), ['S', 'W'].includes(row.mark)]).toEqual([row.rule, true, true]);
    }
  });
});

describe('The reason of a complaint', () => {
  it('QM-7 has a class where a consumer complains, and is refused without one or where nobody complained', () => {
    expect(() => mustBeClassed('complained', 'wish_for_attention')).not.toThrow();
    expect(() => mustBeClassed('reached', null)).not.toThrow();
    expect(() => mustBeClassed('complained', null)).toThrow(expect.objectContaining({ code: 'REASON_UNCLASSED', field: 'reasonClass' }));
    expect(() => mustBeClassed('reached', 'product')).toThrow(expect.objectContaining({ code: 'REASON_WITHOUT_COMPLAINT' }));
  });
});
