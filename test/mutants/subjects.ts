import { serviceTargets } from '@app/analysis';
import { channelsKind, clockRegimes } from '@app/complaints';
import { guaranteePacks } from '@app/guarantees';
import { goodsKind, type PackKind } from '@app/policies';
import { sanctionKind } from '@app/sanctions';

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

/** The rules of the one version that a kind ships. */
const rulesOf = ({ shipped: [pack] }: PackKind<object>): Pick<Subject, 'read' | 'write'> =>
  ({ read: () => pack!.rules, write: (rules) => void Object.assign(pack!, { rules }) });

/** One of the room's list, looked up when it is asked for. */
const entry = (list: readonly object[], i: number): Pick<Subject, 'read' | 'write'> => ({ read: () => list[i], write: (value) => void Object.assign(list, { [i]: value }) });

const clocks = { folder: 'libs/complaints', specs: /^clocks-for\.spec\.ts$/ };

/** A room that ships rule data of another kind adds its own here. */
export const subjects: readonly Subject[] = [
  ...guaranteePacks.map((pack, i): Subject => ({
    folder, specs: new RegExp(String.raw`^(${tables[pack.code] ?? 'vendor'}|overlays)\.spec\.ts$`), name: pack.code,
    ...entry(guaranteePacks, i),
  })),
  { folder, specs: /^overlays\.spec\.ts$/, name: 'goods', ...rulesOf(goodsKind) },
  ...clockRegimes.map(({ id }, i): Subject => ({ ...clocks, name: id, ...entry(clockRegimes, i) })),
  { ...clocks, name: 'channel_clocks', ...rulesOf(channelsKind) },
  { folder: 'libs/sanctions', specs: /^(sanctions-due|hand-proposal)\.spec\.ts$/, name: 'sanctions', ...rulesOf(sanctionKind) },
  {
    folder: 'libs/analysis', specs: /^figures\.spec\.ts$/, name: 'service-targets',
    read: () => serviceTargets.rules, write: (rules) => void Object.assign(serviceTargets, { rules }),
  },
];
