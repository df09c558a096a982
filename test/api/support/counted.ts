import { HeardClient } from '../../../libs/database/heard-client.js';

/** The statements that this process sends to the database while the work runs, the first words of transactions among them. */
export async function counted<R>(work: () => Promise<R>): Promise<{ readonly result: R; readonly statements: string[] }> {
  const own = Object.getOwnPropertyDescriptor(HeardClient.prototype, 'query');
  const statements: string[] = [];
  const send = HeardClient.prototype.query as (...given: unknown[]) => unknown;
  HeardClient.prototype.query = function counting(this: HeardClient, ...given: unknown[]) {
    const [asked] = given as [string | { name?: string; text?: string }];
    statements.push(typeof asked === 'string' ? asked : (asked.name ?? asked.text ?? '?'));
    return send.apply(this, given);
  } as never;
  try {
    return { result: await work(), statements };
  } finally {
    if (own) Object.defineProperty(HeardClient.prototype, 'query', own);
    else delete (HeardClient.prototype as { query?: unknown }).query;
  }
}
