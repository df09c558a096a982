import { refuseKernel } from '@app/kernel';

// Only what a mistyped address gives away; whether it receives mail, only a mail can tell.
const shape = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\].]+$/;

/** An e-mail address as it is kept and compared: trimmed and lower-cased. */
export function emailOf(text: string, field = 'email'): string {
  const email = text.trim().toLowerCase();
  if (email.length > 254 || !shape.test(email)) throw refuseKernel('INVALID_INPUT', { problem: field }, field);
  return email;
}
