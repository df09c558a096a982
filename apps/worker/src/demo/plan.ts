import type { Day } from '@app/kernel';
import { complaintStories } from './complaint-stories.js';
import { halfYear } from './half-year.js';
import { mallStories } from './mall-stories.js';
import type { Story } from './story.js';

/** The half year before a day, as stories: data alone, the same for the same day, length and seed. */
export function plan({ today, complaints = 600, seed = 458 }: { readonly today: Day; readonly complaints?: number; readonly seed?: number }): readonly Story[] {
  const year = halfYear({ today, complaints, seed });
  return [...mallStories(year), ...complaintStories(year)];
}
