import { refuseKernel } from '@app/kernel';
import type { Clock } from './clock.sql.js';
import { refuse } from './refusals.js';

/** What makes the deadline be moved: it cannot be kept, or a statutory holiday lies in the way. Source: CX-8. */
export const extensionGrounds = ['cannot_be_kept', 'statutory_holiday'] as const;
export type ExtensionGround = (typeof extensionGrounds)[number];

export interface Extension {
  readonly ground: ExtensionGround;
  /** As the customer was told it. */
  readonly reason: string;
  readonly newDueAt: Date;
  readonly toldAt: Date;
  /** For a holiday: since when it has been announced, and what is offered instead. */
  readonly announcedAt: Date | null;
  readonly substitute: string | null;
}

export type Extended = Pick<Clock, 'state' | 'unit' | 'startedAt' | 'dueAt' | 'missingYear'>;

/**
 * Refuses an extension that the customer was not told of, with reason and new time, before the old time passed; one of a
 * shift's own complaint; and one for a holiday that was not announced beforehand or offers no substitute. Source: CX-2, CX-8.
 */
export function checkExtension(clock: Extended, extension: Extension, now: Date): void {
  const { state, unit, startedAt, dueAt, missingYear } = clock;
  if (state !== 'running') throw refuse('NOT_RUNNING', { state }, 'clockId');
  if (unit === 'end_of_shift') throw refuse('SAME_SHIFT', {}, 'clockId');
  if (missingYear !== null) throw refuseKernel('CALENDAR_MISSING', { year: missingYear }, 'clockId');
  if (!dueAt) throw refuse('NO_DEADLINE', {}, 'clockId');
  if (extension.toldAt > now) throw refuse('TOLD_IN_FUTURE', {}, 'toldAt');
  if (extension.toldAt < startedAt) throw refuse('TOLD_BEFORE_START', {}, 'toldAt');
  // Recorded as well as told: what is entered afterwards cannot be checked.
  if (now >= dueAt) throw refuse('EXTENDED_TOO_LATE', { dueAt: dueAt.toISOString() }, 'toldAt');
  if (extension.newDueAt <= dueAt) throw refuse('NEW_TIME_NOT_LATER', { dueAt: dueAt.toISOString() }, 'newDueAt');
  if (extension.ground !== 'statutory_holiday') return;
  if (!extension.announcedAt || extension.announcedAt >= startedAt) throw refuse('HOLIDAY_NOT_ANNOUNCED', {}, 'announcedAt');
  if (!extension.substitute) throw refuse('SUBSTITUTE_MISSING', {}, 'substitute');
}
