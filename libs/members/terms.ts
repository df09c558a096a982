import type { NetworkTx } from '@app/database';
import type { Agreement } from './agreement.entity.js';

/**
 * A section of an agreement's terms, owned by the room that knows what it means. The room registers it at boot; signing
 * hands it what the parties agreed, in the signing transaction, and it refuses or keeps it.
 */
export interface TermsSection {
  readonly name: string;
  sign(tx: NetworkTx, agreement: Agreement, terms: unknown): Promise<void>;
}

const sections = new Map<string, TermsSection>();

export function registerTerms(section: TermsSection): void {
  sections.set(section.name, section);
}

export function sectionNamed(name: string): TermsSection {
  const section = sections.get(name);
  if (!section) throw new Error(`No room has registered terms named ${name}.`);
  return section;
}
