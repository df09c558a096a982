import { randomFillSync } from 'node:crypto';
import { refuse } from './refusals.js';

/** What an id names, by the prefix it carries on the API. */
export const idPrefixes = {
  network: 'net', person: 'psn', membership: 'mbs', session: 'ses', apiKey: 'key', invitation: 'inv', audit: 'aud', member: 'mbr',
  agreement: 'agr', fund: 'fnd', fundHold: 'fhd', fundCall: 'fcl', fundDraw: 'fdr', fundRelease: 'frl', fundReceipt: 'frc',
  deduction: 'ded', notice: 'ntc', pack: 'pck', file: 'fil', account: 'acc', accountLine: 'acl', entry: 'ent', transfer: 'trf',
  hold: 'hld', consumer: 'csm', consumerMerge: 'cmg', reveal: 'rvl', purchase: 'pur', consumerEvent: 'cev', careTask: 'car',
  complaint: 'cmp', compensation: 'cpn', receivable: 'rcv', receivablePayment: 'rcp', reminder: 'rmd', clock: 'clk', calendar: 'cal',
  complaintEvent: 'cme', complaintStatement: 'cst', contact: 'ctc', consultation: 'csl', callBack: 'cbk', remedyDecision: 'rdc', repair: 'rpr',
  message: 'msg', messageDelivery: 'mdl', webhook: 'whk', webhookDelivery: 'whd', event: 'evt',
  sanction: 'snc', sanctionAppeal: 'sna', award: 'awd',
} as const;
export type IdKind = keyof typeof idPrefixes;

const kindByPrefix = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]));
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const shown = /^([a-z]{3})_([0-9a-hjkmnp-tv-z]{26})$/;

let lastMs = 0;
let counter = 0;

/** A new UUIDv7: time-ordered, and strictly increasing within one process (PostgreSQL 15 makes none itself). */
export function newId(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  const ms = Math.max(Date.now(), lastMs);
  counter = ms === lastMs ? counter + 1 : bytes.readUInt16BE(6) & 0x7ff;
  lastMs = ms;
  if (counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id as the API shows it: `fnd_…`, a prefix that says what it names and 26 characters of Crockford base 32. */
export function showId(kind: IdKind, id: string): string {
  let text = '';
  let bits = 0;
  let rest = 0;
  // From the last byte on, five bits at a time.
  for (const byte of Buffer.from(id.replaceAll('-', ''), 'hex').reverse()) {
    rest |= byte << bits;
    for (bits += 8; bits >= 5; bits -= 5, rest >>= 5) text = crockford[rest & 31]! + text;
  }
  return `${idPrefixes[kind]}_${crockford[rest]!}${text}`;
}

/** Reads a shown id of a known kind; a malformed or foreign-kind id is simply not found. */
export function readId(kind: IdKind, text: string): string {
  const parsed = parseId(text);
  if (parsed?.kind !== kind) throw refuse('NOT_FOUND');
  return parsed.id;
}

/** Reads any shown id, or null where it is none. */
export function parseId(text: string): { kind: IdKind; id: string } | null {
  const match = shown.exec(text);
  const kind = match && kindByPrefix.get(match[1]!);
  if (!match || !kind) return null;
  let value = 0n;
  for (const digit of match[2]!) value = (value << 5n) | BigInt(crockford.indexOf(digit));
  if (value >> 128n) return null;
  const hex = value.toString(16).padStart(32, '0');
  return { kind, id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` };
}
