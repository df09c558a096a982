import * as fontkit from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const files = { plain: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' } as const;
const { resolve } = createRequire(import.meta.url);
const opened = new Map<string, fontkit.Font>();

/** A complete Chinese font, opened once: Noto Sans SC, under the SIL Open Font License 1.1. */
export function paperFont(weight: keyof typeof files): fontkit.Font {
  const known = opened.get(weight) ?? (fontkit.create(readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`))) as fontkit.Font);
  opened.set(weight, known);
  return known;
}
