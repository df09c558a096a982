import type { Tx } from '@app/database';
import {
  listConsumers, listOwnConsumers, seeConsumers, seeOwnConsumers, type ConsumerRow, type ConsumerSight,
} from './consumer.sql.js';
import { maskedPerson, type MaskedPerson } from './masked-person.js';
import { readPersonal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { blindIndex } from './sealed-field.js';
import { openedPerson } from './sealed-person.js';

/** A consumer as people see it who have not asked for the clear text. */
export interface Consumer extends ConsumerRow, MaskedPerson {}

/** What is searched for, exactly as it is known. */
export interface ConsumerSearch {
  readonly phone: string | null;
  readonly email: string | null;
}

/** The consumers of these ids that the caller may see, masked. */
export async function readConsumers(tx: Tx, keys: PersonalKeys, consumerIds: readonly string[]): Promise<Consumer[]> {
  const { memberId } = tx.caller;
  const rows = await (memberId === null ? tx.many(seeConsumers, { consumerIds }) : tx.many(seeOwnConsumers, { consumerIds, memberId }));
  return rows.map((row) => masked(tx, keys, row));
}

/** A page of consumers, masked; by phone or e-mail only exactly, and only by the operator's people. */
export async function findConsumers(
  tx: Tx, keys: PersonalKeys, search: ConsumerSearch, page: { readonly after: string | null; readonly count: number },
): Promise<Consumer[]> {
  const { memberId, networkId } = tx.caller;
  const { phone, email } = readPersonal(search);
  if (memberId !== null && (phone || email)) return [];
  const index = (field: string, text: string | undefined) => (text === undefined ? null : blindIndex(keys, networkId, field, text));
  const rows = await (memberId === null
    ? tx.many(listConsumers, { phoneIndex: index('phone', phone), emailIndex: index('email', email), ...page })
    : tx.many(listOwnConsumers, { memberId, ...page }));
  return rows.map((row) => masked(tx, keys, row));
}

function masked(tx: Tx, keys: PersonalKeys, { dataId, keyVersion, sealed, ...row }: ConsumerSight): Consumer {
  if (dataId === null) return { ...row, ...maskedPerson({}) };
  const person = openedPerson(keys, tx.caller.networkId, { id: dataId, subjectId: row.id, memberId: tx.caller.memberId, keyVersion, sealed });
  // What was sealed for a member is masked already.
  return { ...row, ...(tx.caller.memberId === null ? maskedPerson(person) : { ...maskedPerson({}), ...person }) };
}
