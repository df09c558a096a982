import type { Done } from '@app/database';
import type { Sanction } from '@app/sanctions';
import { answered } from '../door/index.js';

/** A sanction as it is shown: that the system proposed it, and not which person did. */
export const shownSanction = (sanction: Sanction) => ({ ...sanction, bySystem: sanction.proposedBy === null });

/** The answer of a mutation that is about a sanction. */
export const shown = <R extends { sanction: Sanction }>(done: Done<R>) =>
  answered({ ...done, result: { ...done.result, sanction: shownSanction(done.result.sanction) } });
