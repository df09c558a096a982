import type { RoleName } from '@app/access';
import type { Act } from './act.js';
import { complaintActs } from './complaint-acts.js';
import { mallActs } from './mall-acts.js';
import { moneyActs } from './money-acts.js';

/** Everything that the stories of the demonstration are told by. Another room's acts are one line more. */
export const acts = { ...mallActs, ...moneyActs, ...complaintActs };
export type ActName = keyof typeof acts;

type InputOf<Name extends ActName> = (typeof acts)[Name] extends Act<infer Input> ? Input : never;

/** Who does what, with what. */
export type Deed = { readonly [Name in ActName]: readonly [by: RoleName, act: Name, input: InputOf<Name>] }[ActName];

/** A deed at its moment. */
export interface Step {
  readonly at: Date;
  readonly deed: Deed;
}

/** What happens about one matter, in order; its steps share the ids that they keep. */
export interface Story {
  /** Names it for ever: the keys of its acts are made of it. */
  readonly name: string;
  /** The story of its shop, whose ids it knows too; null where it is about none. */
  readonly shop: string | null;
  readonly steps: readonly Step[];
}
