import { violated, type NetworkTx } from '@app/database';
import type { Day, Money } from '@app/kernel';
import type { Account, Balance } from './chart.js';
import type { Side } from './movement.js';
import { recordMovements as statement } from './record.sql.js';
import { refuse } from './refusals.js';

/** The single business act that moves money: this draw line, this capture, this accrual; never the whole case. */
export interface Cause {
  readonly type: string;
  readonly id: string;
}

export interface Movements {
  readonly cause: Cause;
  readonly effectiveOn: Day;
  readonly sides: readonly Side[];
  readonly entryId?: string;
  readonly transfers?: readonly {
    id: string; debit: Account; credit: Account; amount: Money; code: string; reversesId: string | null;
  }[];
  readonly hold?: { id: string; debit: Account; credit: Account; amount: Money; code: string; expiresAt: Date | null };
  readonly resolution?: { holdId: string; outcome: 'captured' | 'voided' | 'expired'; capturedMinor: bigint; transferId: string | null };
}

const refusalOf = {
  below_floor: 'BELOW_FLOOR',
  line_not_below_floor: 'BELOW_FLOOR',
  posted_once: 'ALREADY_POSTED',
  held_once: 'ALREADY_POSTED',
  reversed_once: 'ALREADY_REVERSED',
  hold_resolved_once: 'HOLD_RESOLVED',
} as const;

/** Writes the movements by one statement and answers the balances after it, asserting that every floored row moved. */
export async function recordMovements(tx: NetworkTx, movements: Movements): Promise<ReadonlyMap<string, Balance>> {
  const { cause, sides, transfers = [], hold, resolution } = movements;
  const rows = await tx.many(statement, {
    entryId: movements.entryId ?? null,
    causeType: cause.type, causeId: cause.id, effectiveOn: movements.effectiveOn,
    accountIds: sides.map((side) => side.account.id),
    whats: sides.map((side) => side.what),
    codes: sides.map((side) => side.code),
    sideTransferIds: sides.map((side) => side.transferId),
    sideHoldIds: sides.map((side) => side.holdId),
    debits: sides.map((side) => side.debit),
    credits: sides.map((side) => side.credit),
    pendingDebits: sides.map((side) => side.pendingDebit),
    pendingCredits: sides.map((side) => side.pendingCredit),
    transferIds: transfers.map((transfer) => transfer.id),
    debitIds: transfers.map((transfer) => transfer.debit.id),
    creditIds: transfers.map((transfer) => transfer.credit.id),
    amounts: transfers.map((transfer) => transfer.amount.minor),
    currencies: transfers.map((transfer) => transfer.amount.currency),
    transferCodes: transfers.map((transfer) => transfer.code),
    reversesIds: transfers.map((transfer) => transfer.reversesId),
    holdId: hold?.id ?? null, holdDebitId: hold?.debit.id ?? null, holdCreditId: hold?.credit.id ?? null,
    holdMinor: hold?.amount.minor ?? null, holdCurrency: hold?.amount.currency ?? null, holdCode: hold?.code ?? null,
    expiresAt: hold?.expiresAt ?? null,
    resolvedHoldId: resolution?.holdId ?? null, outcome: resolution?.outcome ?? null,
    capturedMinor: resolution?.capturedMinor ?? null, resolvedByTransferId: resolution?.transferId ?? null,
  }).catch((error: unknown) => {
    const reason = refusalOf[violated(error) as keyof typeof refusalOf];
    throw reason ? refuse(reason) : error;
  });
  const floored = new Set(sides.filter((side) => side.account.floored).map((side) => side.account.id));
  if (rows.length !== floored.size) throw new Error(`${rows.length} balances moved where ${floored.size} had to.`);
  return new Map(rows.map((row) => [row.accountId, row]));
}
