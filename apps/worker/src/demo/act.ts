import type { Permission } from '@app/access';
import type { IntakeKeys } from '@app/complaints';
import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';

/** What an act of the demonstration works with: who does it and when, and the ids that its story has come to. */
export interface Hand {
  readonly database: Database;
  readonly keys: IntakeKeys;
  readonly caller: Caller;
  readonly once: { readonly idempotencyKey: string };
  /** An id by the name under which the story, or its shop, has kept it. */
  readonly id: (name: string) => string;
  readonly keep: (name: string, id: string) => void;
}

/** Something that people do, with the permission that the API asks of them for it. */
export interface Act<Input> {
  readonly may: Permission;
  readonly run: (hand: Hand, input: Input) => Promise<unknown>;
}

export const act = <Input>(may: Permission, run: Act<Input>['run']): Act<Input> => ({ may, run });
