import type { Done } from '@app/database';

/** Adds to an answer the secret that it must not be kept with; a replay and a dry run say null instead. */
export function shownOnce<R extends object, S extends string>(done: Done<R>, name: S, secret: string): Done<R & Record<S, string | null>> {
  const shown = done.replayed || done.preview ? null : secret;
  return { ...done, result: { ...done.result, [name]: shown } as R & Record<S, string | null> };
}

/** How a request is made once: its key, or none where it is only tried. */
export interface Once {
  readonly key: string | null;
  readonly validateOnly?: boolean | null;
}
