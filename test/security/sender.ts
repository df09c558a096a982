import type { Answer } from '../api/support/door.js';

/** An answer as it came over HTTP, and read. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: Answer['body'];
}

/** Asks over HTTP, on connections that are kept open. */
export async function send(url: string, token: string, query: string, variables: object = {}): Promise<Reply> {
  return post(url, token, JSON.stringify({ query, variables }));
}

export async function post(url: string, token: string, payload: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: payload });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Answer['body'] };
}

interface Payload {
  readonly errors?: readonly { readonly code: string; readonly field: string | null }[];
}

/** Why an operation as a whole was not let in or failed, then why its payload was refused; empty when it was done. */
export function codesOf({ body }: Reply): string[] {
  const top = (body.errors ?? []).filter(({ path }) => (path?.length ?? 0) <= 1).map(({ extensions }) => extensions.code);
  const refused = Object.values(body.data ?? {}).flatMap((value) => ((value as Payload | null)?.errors ?? []).map(({ code }) => code));
  return [...top, ...refused];
}

/** Runs the work on each, a few at a time, and answers in order. */
export async function atOnce<T, R>(all: readonly T[], work: (one: T) => Promise<R>, width = 6): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const runner = async () => {
    for (let i = next++; i < all.length; i = next++) answers[i] = await work(all[i]!);
  };
  await Promise.all(Array.from({ length: width }, runner));
  return answers;
}
