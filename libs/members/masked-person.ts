import type { Personal, PersonalField } from './personal-fields.js';

/** What a reader sees who has not asked for the clear text. */
export type MaskedPerson = Readonly<Record<PersonalField, string | null>>;

/** Hides a person as far as one can still be told from another: 张*, 138****1234. */
export function maskedPerson({ name, phone, address, email }: Personal): MaskedPerson {
  return {
    name: name === undefined ? null : maskedName(name), phone: phone === undefined ? null : maskedPhone(phone),
    address: address === undefined ? null : maskedAddress(address), email: email === undefined ? null : maskedEmail(email),
  };
}

const maskedName = (name: string): string => {
  const [first = '', ...rest] = name;
  return `${first}${'*'.repeat(rest.length > 1 ? 2 : 1)}`;
};

/** Of a number of eleven digits the first three and the last four, of a shorter one its last two. */
function maskedPhone(phone: string): string {
  const digits = phone.replace(/^\+86/, '').replace(/\D/g, '');
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/** As far as the city of a long one; never more than a third. */
function maskedAddress(address: string): string {
  const letters = [...address];
  const third = Math.floor(letters.length / 3);
  return `${letters.slice(0, third < 6 ? third : 6).join('')}****`;
}

const maskedEmail = (email: string): string => `${[...email][0]}***${email.slice(email.lastIndexOf('@'))}`;
