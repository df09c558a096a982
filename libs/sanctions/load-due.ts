import { countedComplaints } from '@app/complaints';
import type { Tx } from '@app/database';
import { refuseKernel, type Day } from '@app/kernel';
import { listAgreements } from '@app/members';
import { packInForce, type PackInForce } from '@app/policies';
import { agreedSince } from './agreed-since.js';
import { sanctionCode, sanctionKind, type SanctionRules } from './policy.js';
import { listEarlier } from './sanction.sql.js';
import { sanctionsDue, type CountableComplaint, type SanctionDue } from './sanctions-due.js';

export type SanctionPack = PackInForce<SanctionRules>;

/** The network's rules on sanctions as they are in force on a day. */
export async function sanctionPack(tx: Tx, on: Day): Promise<SanctionPack> {
  const pack = await packInForce(tx, { kind: sanctionKind, code: sanctionCode, on });
  if (!pack) throw refuseKernel('NOT_FOUND', {}, 'pack');
  return pack;
}

/** The complaints of a member that count, of some days; the statement knows which do not. */
export async function complaintsOf(tx: Tx, memberId: string, from: Day, through: Day): Promise<CountableComplaint[]> {
  return (await tx.many(countedComplaints, { memberId, problem: null, from, through })).map((one) => ({ ...one, counts: true }));
}

/** What the rules propose against a member today; writes nothing. */
export async function loadDue(tx: Tx, memberId: string): Promise<{ pack: SanctionPack; due: SanctionDue[] }> {
  const { today } = tx.caller;
  const pack = await sanctionPack(tx, today);
  const since = agreedSince(await tx.many(listAgreements, { memberIds: [memberId] }), today);
  if (since === null) return { pack, due: [] };
  const facts = { today, agreedSince: since, complaints: await complaintsOf(tx, memberId, since, today), sanctions: await tx.many(listEarlier, { memberId }) };
  return { pack, due: sanctionsDue(facts, pack.rules) };
}
