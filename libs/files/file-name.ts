import { refuse } from './refusals.js';

// Control characters, and those that turn the direction of what follows: fdp.exe would be shown as exe.pdf.
// eslint-disable-next-line no-control-regex
const unfit = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\\p{Cs}]/u;

/** The name under which a file is shown; it is never a path, and no store is asked for it. */
export function fileName(given: unknown): string {
  const name = typeof given === 'string' ? given.normalize('NFC').trim() : '';
  const fits = name.length >= 1 && name.length <= 200 && !unfit.test(name) && !/^\.+$/.test(name);
  if (!fits) throw refuse('NAME_INVALID', {}, 'name');
  return name;
}
