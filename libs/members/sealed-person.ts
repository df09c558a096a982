import { newId } from '@app/kernel';
import { maskedPerson } from './masked-person.js';
import type { PersonalRow, PersonalRows } from './personal-data.sql.js';
import { personalFields, sameName, type Personal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { blindIndex, openField, sealField } from './sealed-field.js';

/** A person to be sealed into one row; a row of a member's holds only what is masked, and is not searched. */
export interface ToSeal {
  readonly id: string;
  readonly person: Personal;
  readonly memberId: string | null;
}

/** Seals persons into rows, each field by itself. */
export function sealedRows(keys: PersonalKeys, networkId: string, all: readonly ToSeal[]): PersonalRows {
  const index = (field: string, { memberId }: ToSeal, text: string | undefined) =>
    (memberId === null && text !== undefined ? blindIndex(keys, networkId, field, text) : null);
  return {
    ids: all.map(({ id }) => id),
    sealed: all.map(({ id, person }) => sealed(keys, networkId, id, person)),
    phoneIndexes: all.map((one) => index('phone', one, one.person.phone)),
    emailIndexes: all.map((one) => index('email', one, one.person.email)),
    nameIndexes: all.map((one) => index('name', one, one.person.name && sameName(one.person.name))),
  };
}

/** One person's fields sealed for a row, as JSON text. */
export function sealed(keys: PersonalKeys, networkId: string, rowId: string, person: Personal): string {
  return JSON.stringify(Object.fromEntries(personalFields.flatMap((field) => {
    const text = person[field];
    return text === undefined ? [] : [[field, sealField(keys, { networkId, rowId, field }, text)]];
  })));
}

/** The person that a row holds. */
export function openedPerson(keys: PersonalKeys, networkId: string, { id: rowId, keyVersion, sealed: fields }: PersonalRow): Personal {
  return Object.fromEntries(personalFields.flatMap((field) => {
    const text = fields[field];
    return text === undefined ? [] : [[field, openField(keys, keyVersion, { networkId, rowId, field }, text)]];
  }));
}

/** What a member may know of a consumer of its own: name and phone, masked before they are sealed. */
export function memberSees(memberId: string, person: Personal, id = newId()): ToSeal {
  const { name, phone } = maskedPerson(person);
  return { id, memberId, person: { ...(name === null ? {} : { name }), ...(phone === null ? {} : { phone }) } };
}
