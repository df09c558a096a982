import type { NetworkTx } from '@app/database';
import { newId, type Day, type Money } from '@app/kernel';
import type { Account, Balance } from './chart.js';
import { sidesOf } from './movement.js';
import { recordMovements, type Cause } from './record-movements.js';

export interface Transfer {
  /** Where the caller refers to it before it is posted; a new one otherwise. */
  readonly id?: string;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
  /** Why, within its cause: a cause moves money for one reason once. */
  readonly code: string;
}

export interface Posted {
  readonly entryId: string;
  readonly transferIds: readonly string[];
  /** After this entry, of each floored account that it touched. */
  readonly balances: ReadonlyMap<string, Balance>;
}

/** Posts the transfers of one business act together, or refuses them together. */
export async function postEntry(
  tx: NetworkTx,
  entry: { cause: Cause; effectiveOn: Day; transfers: readonly Transfer[] },
): Promise<Posted> {
  const entryId = newId();
  const transfers = entry.transfers.map((transfer) => ({ ...transfer, id: transfer.id ?? newId(), reversesId: null }));
  const balances = await recordMovements(tx, {
    cause: entry.cause, effectiveOn: entry.effectiveOn, entryId, transfers,
    sides: transfers.flatMap((transfer) =>
      sidesOf({ ...transfer, what: 'transfer', transferId: transfer.id, posted: transfer.amount.minor, pending: 0n })),
  });
  return { entryId, transferIds: transfers.map((transfer) => transfer.id), balances };
}
