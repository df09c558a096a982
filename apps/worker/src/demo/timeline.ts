import type { HalfYear } from './half-year.js';
import type { DemoShop } from './shops.js';
import type { Deed, Step, Story } from './story.js';

/** Deeds at their minutes, up to the end of what is told. */
export function deeds(year: HalfYear, timed: readonly (readonly [minute: number, deed: Deed])[]): Step[] {
  return timed.filter(([minute]) => minute <= year.end).map(([minute, deed]) => ({ at: year.at(minute), deed }));
}

/** The name of a shop's own story. */
export const storyOf = ({ code }: Pick<DemoShop, 'code'>): string => `shop-${code}`;

export const shopStory = (name: string, shop: Pick<DemoShop, 'code'>, steps: readonly Step[]): Story => ({ name, shop: storyOf(shop), steps });
