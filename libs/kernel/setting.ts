/** The variables of a process, as it was started with them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that must be there; its absence is one line that says what it is for. */
export function requiredSetting(env: Environment, name: string, what: string): string {
  const value = env[name]?.trim();
  if (!value) throw new Error(`${name} is missing: ${what}.`);
  return value;
}

/** A whole number within bounds, or what is usual. */
export function wholeSetting(env: Environment, name: string, usual: number, least: number, most: number): number {
  const text = env[name]?.trim();
  if (!text) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

/** One of a few words, or what is usual. */
export function wordSetting<const Word extends string>(env: Environment, name: string, words: readonly Word[], usual: Word): Word {
  const text = env[name]?.trim() || usual;
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Error(`${name} must be one of ${words.join(', ')}, not "${text}".`);
  return word;
}

/** How much a log says; the same words for every process. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
