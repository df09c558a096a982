import type { NetworkTx } from '@app/database';
import { insertPersonalData, lockPersonalData, readPersonalData, updatePersonalData } from './personal-data.sql.js';
import type { Personal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { memberSees, openedPerson, sealedRows } from './sealed-person.js';

/** Keeps another text of a person, in the operator's row and in what each member sees of it. */
export async function changePerson(tx: NetworkTx, keys: PersonalKeys, consumerId: string, person: Personal): Promise<void> {
  const rows = await tx.many(lockPersonalData, { subjectIds: [consumerId] });
  const anew = rows.map(({ id, memberId }) => (memberId === null ? { id, memberId, person } : memberSees(memberId, person, id)));
  await tx.run(updatePersonalData, { ...sealedRows(keys, tx.caller.networkId, anew), keyVersion: keys.current });
  tx.touch(consumerId);
}

/** Lets a member see a consumer of its own, masked; one that it sees already, or that is erased, stays as it is. */
export async function letMemberSee(tx: NetworkTx, keys: PersonalKeys, consumerId: string, memberId: string): Promise<void> {
  const row = await tx.maybe(readPersonalData, { subjectIds: [consumerId] });
  if (!row) return;
  const seen = memberSees(memberId, openedPerson(keys, tx.caller.networkId, row));
  await tx.many(insertPersonalData, {
    ...sealedRows(keys, tx.caller.networkId, [seen]), subjectIds: [consumerId], memberIds: [memberId], keyVersion: keys.current,
  });
}
