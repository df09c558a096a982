import { day, rate, type Day, type Rate } from '@app/kernel';

/** Categories of goods that a shipped pack speaks of so far. */
export const categories = ['leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes'] as const;
export type Category = (typeof categories)[number];

/** Faults of footwear for which the consumer may have an exchange or a refund. */
export const defects = [
  'broken_sole', 'broken_upper', 'unglued_over_5_cm', 'sizes_differ', 'same_foot', 'maker_concealed', 'counterfeit',
] as const;
export type Defect = (typeof defects)[number];

/** The mall pack "apparel and footwear", as far as footwear refunds go. Data: another mall has other figures. */
export interface FootwearPolicy {
  readonly pack: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly source: string;
  readonly months: Readonly<Record<Category, number>>;
  readonly refundDailyRate: Rate;
  /** The letter of TG-A4 under which each fault stands, and whether wear is charged for it (TG-A5). */
  readonly defects: Readonly<Record<Defect, { readonly letter: string; readonly wear: boolean }>>;
}

export const apparelAndFootwear: FootwearPolicy = {
  pack: 'mall-apparel-and-footwear',
  version: 1,
  effectiveFrom: day('2000-01-01'),
  source: 'S2 ㈤',
  months: { leather_shoes: 3, sports_shoes: 2, cloth_shoes: 1, childrens_shoes: 1 },
  refundDailyRate: rate('0.005'),
  defects: {
    broken_sole: { letter: 'A', wear: true },
    broken_upper: { letter: 'B', wear: true },
    unglued_over_5_cm: { letter: 'C', wear: true },
    sizes_differ: { letter: 'F', wear: false },
    same_foot: { letter: 'G', wear: false },
    maker_concealed: { letter: 'H', wear: false },
    counterfeit: { letter: 'I', wear: false },
  },
};
