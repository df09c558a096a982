import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Beside the package's entry, which alone it exports.
const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const read = new Map<string, Buffer>();

/** A complete Chinese font, read once: Noto Sans Hans, under the SIL Open Font License 1.1. */
export function paperFont(weight: 'Regular' | 'Bold'): Buffer {
  const known = read.get(weight) ?? readFileSync(path.join(folder, `NotoSansHans-${weight}.otf`));
  read.set(weight, known);
  return known;
}
