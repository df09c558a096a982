import { day, formatAmount, money } from '@app/kernel';
import { footwearRefund, type FootwearFacts } from './footwear-refund.js';
import { apparelAndFootwear } from './policy.js';

const facts: FootwearFacts = {
  category: 'leather_shoes', price: money(45_800n, 'CNY'), soldOn: day('2026-03-02'), returnedOn: day('2026-03-14'),
  defect: 'broken_sole', hasVoucher: true,
};
const refundOf = (changed: Partial<FootwearFacts>) =>
  formatAmount(footwearRefund(apparelAndFootwear, { ...facts, ...changed }).refund);

describe('the refund for faulty footwear', () => {
  it('TG-A6 keeps 0.5 % of the price for each day since the sale', () => {
    expect(refundOf({})).toBe('430.52');
  });

  it('TG-A6 keeps nothing on the day of sale itself', () => {
    expect(refundOf({ returnedOn: facts.soldOn })).toBe('458.00');
  });

  it.each(['broken_sole', 'broken_upper', 'unglued_over_5_cm'] as const)('TG-A5 charges wear for %s', (defect) => {
    expect(refundOf({ defect })).toBe('430.52');
  });

  it.each(['sizes_differ', 'same_foot', 'maker_concealed', 'counterfeit'] as const)('TG-A5 charges no wear for %s', (defect) => {
    expect(refundOf({ defect })).toBe('458.00');
  });

  it('TG-A2 ends the period of leather shoes after three months, that day included', () => {
    expect(refundOf({ returnedOn: day('2026-06-02') })).toBe('247.32');
    expect(() => refundOf({ returnedOn: day('2026-06-03') })).toThrow('PERIOD_OVER');
  });

  it('TG-A1 refuses without card and voucher', () => {
    expect(() => refundOf({ hasVoucher: false })).toThrow('NO_VOUCHER');
  });

  it('explains itself line by line, with the rule of each', () => {
    expect(footwearRefund(apparelAndFootwear, facts).lines).toEqual([
      { rule: 'TG-A4 A', amount: '458.00', formula: 'price' },
      { rule: 'TG-A6', amount: '27.48', formula: '458.00 × 0.005 × 12' },
      { rule: 'TG-A4', amount: '430.52', formula: '458.00 − 27.48' },
    ]);
  });
});
