import type { Day } from '@app/kernel';
import { apparelPack } from './apparel.pack.js';
import { speaksOf } from './compile-pack.js';
import type { GuaranteePack } from './policy.js';
import type { Category } from './vocabulary.js';

/** The packs that come with the house. A list that stands for itself: whoever looks for parameters that no test holds shifts them here. */
export const guaranteePacks: GuaranteePack[] = [apparelPack];

/** Which packs apply to goods that are reported on a day in a province, in the order in which they are read. */
export function packsFor(goods: Category, province: string | null, on: Day): GuaranteePack[] {
  return guaranteePacks.filter((pack) =>
    pack.effectiveFrom <= on && (pack.province === null || pack.province === province) && speaksOf(pack, goods));
}

/** The shipped pack of that code. */
export function shippedPack(code: string): GuaranteePack {
  const pack = guaranteePacks.find((one) => one.code === code);
  if (!pack) throw new Error(`No pack is shipped as ${code}.`);
  return pack;
}
