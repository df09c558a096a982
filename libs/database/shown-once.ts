import type { Done, Once } from './database.js';

/** Adds to an answer the secret that it must not be kept with; a replay and a dry run say null instead. */
export function shownOnce<R extends object, S extends string>(done: Done<R>, name: S, secret: string | null): Done<R & Record<S, string | null>> {
  const shown = done.replayed || done.preview ? null : secret;
  return { ...done, result: { ...done.result, [name]: shown } as R & Record<S, string | null> };
}

/** What the making of a secret carries: a key for its one effect. Such a thing is never only tried. */
export type KeyOnly = Pick<Once, 'idempotencyKey'>;
