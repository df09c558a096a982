import { newId } from '@app/kernel';
import type { MemberStory } from './member-story.js';
import type { NetworkStory, Person } from './neighbours.js';
import type { Given } from './surface.js';

/** The member that a person sees: their own, or the first shop. */
export const memberOf = (story: NetworkStory, { memberId }: Person): MemberStory =>
  [story.shop, story.otherShop, story.outlet].find((one) => one.memberId === memberId) ?? story.shop;

export const inputs = (...all: Given[]): Given[] => all.map((input) => ({ input }));
/** Only tried, so that the next one finds everything as it was. */
export const trial = { validateOnly: true };
export const fresh = () => newId().slice(-12);
