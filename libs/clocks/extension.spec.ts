import { checkExtension, type Extended, type Extension } from './extension.js';

const at = (text: string): Date => new Date(`2026-03-02T${text}:00+08:00`);
const clock: Extended = { state: 'running', unit: 'hours', startedAt: at('10:00'), dueAt: at('14:00'), missingYear: null };
const told: Extension = { ground: 'cannot_be_kept', reason: 'parts', newDueAt: at('18:00'), toldAt: at('12:00'), announcedAt: null, substitute: null };
const holiday: Extension = { ...told, ground: 'statutory_holiday', announcedAt: at('09:00'), substitute: 'a loaner' };

const code = (extension: Extension, now = at('12:30'), of: Partial<Extended> = {}): string | null => {
  try {
    checkExtension({ ...clock, ...of }, extension, now);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('An extension', () => {
  it.each<[string, Extension, string | null]>([
    ['the customer was told in time', told, null],
    ['the customer will be told', { ...told, toldAt: at('12:31') }, 'TOLD_IN_FUTURE'],
    ['the customer was told before there was a clock', { ...told, toldAt: at('09:59') }, 'TOLD_BEFORE_START'],
    ['the new time is the old', { ...told, newDueAt: at('14:00') }, 'NEW_TIME_NOT_LATER'],
    ['a holiday was announced and a substitute is offered', holiday, null],
    ['a holiday was announced after the request', { ...holiday, announcedAt: at('10:00') }, 'HOLIDAY_NOT_ANNOUNCED'],
    ['a holiday was not announced', { ...holiday, announcedAt: null }, 'HOLIDAY_NOT_ANNOUNCED'],
    ['a holiday comes without a substitute', { ...holiday, substitute: null }, 'SUBSTITUTE_MISSING'],
  ])('CX-8 is granted or refused where %s', (_, extension, expected) => {
    expect(code(extension)).toBe(expected);
  });

  it.each<[string, Date, Partial<Extended>, string | null]>([
    ['it is recorded a minute before', at('13:59'), {}, null],
    ['it is recorded when the time has come', at('14:00'), {}, 'EXTENDED_TOO_LATE'],
    ['the clock waits', at('12:30'), { state: 'paused' }, 'NOT_RUNNING'],
    ['the deadline is the shift\'s', at('12:30'), { unit: 'end_of_shift' }, 'SAME_SHIFT'],
    ['the deadline is not known yet', at('12:30'), { dueAt: null, missingYear: 2027 }, 'CALENDAR_MISSING'],
    ['there is no deadline', at('12:30'), { dueAt: null }, 'NO_DEADLINE'],
  ])('CX-8 is granted or refused where %s', (_, now, of, expected) => {
    expect(code(told, now, of)).toBe(expected);
  });
});
