import { serviceTargets } from '@app/analysis';
import { goodsPacks, guaranteePacks, type GuaranteePack } from '@app/guarantees';

/** Shipped rule data that can be exchanged for a shifted one, and the specs of which one must turn red then. */
export interface Subject {
  readonly name: string;
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
  /** The folder whose specs hold it, and which of them. */
  readonly folder: string;
  readonly specs: RegExp;
}

const folder = 'libs/guarantees';

/** The table of each pack, and the one of what lies over another; packs of vendors share theirs. */
const tables: Readonly<Record<string, string>> = {
  'mall-apparel-and-footwear': 'apparel', 'brand-tablet': 'tablet', 'brand-desktop': 'desktop', 'national-three-guarantees': 'national',
  'zhejiang-three-guarantees': 'national', 'consumer-regulation-2024': 'national', 'household-cars': 'car', 'mall-online-orders': 'consumer-law', 'consumer-law': 'consumer-law',
};

/** A room that ships rule data of another kind adds its own here. */
export const subjects: readonly Subject[] = [
  ...guaranteePacks.map((pack, i): Subject => ({
    folder, specs: new RegExp(String.raw`^(${tables[pack.code] ?? 'vendor'}|overlays)\.spec\.ts$`), name: pack.code,
    read: () => guaranteePacks[i], write: (value) => void (guaranteePacks[i] = value as GuaranteePack),
  })),
  { folder, specs: /^overlays\.spec\.ts$/, name: 'goods', read: () => ({ ...goodsPacks }), write: (value) => void Object.assign(goodsPacks, value) },
  {
    folder: 'libs/analysis', specs: /^figures\.spec\.ts$/, name: 'service-targets',
    read: () => serviceTargets.rules, write: (rules) => void Object.assign(serviceTargets, { rules }),
  },
];
