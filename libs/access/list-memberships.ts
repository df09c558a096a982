import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import type { Membership } from './membership.entity.js';
import { listAllMemberships } from './membership.sql.js';

export interface ListedMembership extends Membership {
  readonly email: string;
  readonly displayName: string;
}

/** The network's people in the order they came, after the one named; a member's caller sees that member's only. */
export async function listMemberships(
  database: Database, caller: Caller, page: { afterId: string | null; first: number },
): Promise<ListedMembership[]> {
  return database.read(caller, (tx) => tx.many(listAllMemberships, page));
}
