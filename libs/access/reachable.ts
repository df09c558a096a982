import type { NetworkTx } from '@app/database';
import { listReachable, readReachableEmail, type ReachablePerson } from './reachable.sql.js';

type People = (tx: NetworkTx, ref: string) => Promise<readonly ReachablePerson[]>;

const nobody = { personId: null, memberId: null, role: null };

/** Who is meant by a person, a member and a role of the operator: those who may act at this moment. */
export const reachablePeople: Readonly<Record<'person' | 'member' | 'role', People>> = {
  person: (tx, personId) => tx.many(listReachable, { ...nobody, personId }),
  member: (tx, memberId) => tx.many(listReachable, { ...nobody, memberId }),
  role: (tx, role) => tx.many(listReachable, { ...nobody, role }),
};

/** Where a person is reached; null once they may not act here any more. Nobody has told us a language yet: Chinese. */
export async function addressOfPerson(tx: NetworkTx, personId: string): Promise<{ email: string; phone: null; locale: 'zh' } | null> {
  const found = await tx.maybe(readReachableEmail, { personId });
  return found && { email: found.email, phone: null, locale: 'zh' };
}
