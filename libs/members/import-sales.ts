import type { Database, Done, NetworkTx, Once } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { findPersons } from './find-persons.js';
import { readMembers } from './member.sql.js';
import type { PersonalKeys } from './personal-keys.js';
import { purchaseRows } from './purchase-rows.js';
import { insertPurchases, knownVouchers } from './purchase.sql.js';
import { readSales, type RowProblem, type SaleRow } from './read-sales.js';
import { refuse } from './refusals.js';

export interface ImportSales extends Once {
  readonly memberId: string;
  readonly csv: string;
  /** True to import the rows that are right beside those that are wrong; otherwise one wrong row keeps all out. */
  readonly skipBad: boolean;
}

export interface ImportedSales {
  readonly imported: number;
  /** How many consumers were made. */
  readonly consumers: number;
  /** The lines whose voucher the shop has already: nothing was done about them. */
  readonly duplicates: readonly number[];
  readonly problems: readonly RowProblem[];
}

/**
 * Imports what a shop sold from a file. What was imported before is told by its voucher and left as it is, so the same file
 * may be sent again. The answer says lines and reasons, never what stood there.
 */
export function importSales(database: Database, caller: Caller, input: ImportSales, keys: PersonalKeys): Promise<Done<ImportedSales>> {
  return database.writeOnce(caller, 'sales.import', input, async (tx, { memberId, csv, skipBad }) => {
    const shop = await tx.maybe(readMembers, { memberIds: [memberId] });
    if (!shop) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    if (shop.kind !== 'shop') throw refuse('SELLER_NOT_A_SHOP', {}, 'memberId');
    const { rows, problems } = readSales(csv, caller.today, caller.currency);
    const known = new Set((await tx.many(knownVouchers, { memberId, vouchers: rows.map(({ sale }) => sale.voucher) })).map(({ voucher }) => voucher));
    const duplicates = rows.filter(({ sale }) => known.has(sale.voucher)).map(({ line }) => line);
    const fresh = rows.filter(({ sale }) => !known.has(sale.voucher));
    if (fresh.length === 0 || (problems.length > 0 && !skipBad)) return { imported: 0, consumers: 0, duplicates, problems };
    return { ...(await imported(tx, keys, memberId, fresh, duplicates)), problems };
  });
}

async function imported(
  tx: NetworkTx, keys: PersonalKeys, memberId: string, rows: readonly SaleRow[], before: readonly number[],
): Promise<Omit<ImportedSales, 'problems'>> {
  const { consumerIds, made } = await findPersons(tx, keys, memberId, rows.map(({ person }) => person));
  const ids = rows.map(() => newId());
  const added = await tx.many(insertPurchases, {
    recordedBy: tx.caller.personId ?? tx.caller.apiKeyId,
    rows: purchaseRows(rows.map(({ sale }, i) => ({ ...sale, id: ids[i]!, memberId, consumerId: consumerIds[i]! }))),
  });
  const kept = new Set(added.map(({ id }) => id));
  // Recorded by somebody else since they were looked up.
  const meanwhile = rows.filter((_, i) => !kept.has(ids[i]!)).map(({ line }) => line);
  tx.touch(memberId);
  tx.emit({ type: 'sales.imported', aggregateId: memberId, payload: { imported: kept.size } });
  return { imported: kept.size, consumers: made, duplicates: [...before, ...meanwhile] };
}
