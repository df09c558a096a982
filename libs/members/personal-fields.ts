import { emailOf } from '@app/access';
import { refuseKernel } from '@app/kernel';
import { parsePhoneNumberWithError, type PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';
import { refuse } from './refusals.js';

/** What may be kept of a person; another field is a word more here. */
export const personalFields = ['name', 'phone', 'address', 'email'] as const;
export type PersonalField = (typeof personalFields)[number];

/** What is kept of one person, in normal form. */
export type Personal = Partial<Readonly<Record<PersonalField, string>>>;

/** A person as somebody wrote them down. */
export type GivenPerson = Partial<Readonly<Record<PersonalField, string | null>>>;

const longest = { name: 100, address: 300 } as const;

/** Reads a person as given: phone and e-mail in the form in which they are compared, blank fields as none. No refusal quotes the text. */
export function readPersonal(given: GivenPerson, path = ''): Personal {
  const told = (field: PersonalField): string => given[field]?.normalize('NFKC').trim() ?? '';
  const [name, phone, address, email] = [told('name'), told('phone'), told('address'), told('email')];
  for (const [field, text] of [['name', name], ['address', address]] as const) {
    if (text.length > longest[field]) throw refuseKernel('INVALID_INPUT', { problem: `${field}: ${longest[field]}` }, `${path}${field}`);
  }
  return {
    ...(name ? { name } : {}), ...(phone ? { phone: phoneOf(phone, `${path}phone`) } : {}),
    ...(address ? { address } : {}), ...(email ? { email: emailOf(email, `${path}email`) } : {}),
  };
}

/** A phone number in E.164, a Chinese one where no country is said; one that cannot be dialled is refused. */
export function phoneOf(text: string, field = 'phone'): string {
  const number = parsed(text.normalize('NFKC').trim());
  if (!number?.isPossible() || number.ext) throw refuse('PHONE_UNREADABLE', {}, field);
  return number.number;
}

function parsed(text: string): PhoneNumber | null {
  if (text.length > 40) return null;
  try {
    return parsePhoneNumberWithError(text, { defaultCountry: 'CN', extract: false }, metadata);
  } catch {
    return null;
  }
}

/** A name as it is compared: without spaces and capitals. */
export const sameName = (name: string): string => name.normalize('NFKC').replace(/[\s·.]/g, '').toLowerCase();
