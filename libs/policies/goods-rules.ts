import type { PackRow } from './pack-kind.js';

/** What counts as the price of goods: what the invoice says, or what the consumer really paid. */
export const priceBases = ['invoice', 'paid'] as const;
export type PriceBasis = (typeof priceBases)[number];

/** What a network's table says of one category of goods; the row's id is the category's own. */
export interface GoodsRow extends PackRow {
  readonly category: string;
  readonly zh: string;
  readonly en: string;
  /** Codes of the guarantee packs that apply, in the order in which they are read, overlays among them. */
  readonly packs: readonly string[];
  readonly priceBasis: PriceBasis;
}

export interface GoodsRules {
  readonly goods: readonly GoodsRow[];
}
