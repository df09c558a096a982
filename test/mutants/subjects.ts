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

const guarantees = { folder: 'libs/guarantees', specs: /^(?!pack-problems|properties|speed).*\.spec\.ts$/ };

/** A room that ships rule data of another kind adds its own here. */
export const subjects: readonly Subject[] = [
  ...guaranteePacks.map((pack, i): Subject => ({
    ...guarantees, name: pack.code, read: () => guaranteePacks[i], write: (value) => void (guaranteePacks[i] = value as GuaranteePack),
  })),
  { ...guarantees, name: 'goods', read: () => ({ ...goodsPacks }), write: (value) => void Object.assign(goodsPacks, value) },
];
