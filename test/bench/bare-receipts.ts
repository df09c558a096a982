import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { insertRecords } from '../../libs/database/records.sql.js';
import { insertKey, storeResult } from '../../libs/database/request-key.sql.js';
import { meetCalls } from '../../libs/funds/call.sql.js';
import { readFunds } from '../../libs/funds/fund.sql.js';
import { insertReceipt } from '../../libs/funds/receipt.sql.js';
import { newId } from '../../libs/kernel/ids.js';
import { readAccount } from '../../libs/ledger/account.sql.js';
import { recordMovements } from '../../libs/ledger/record.sql.js';
import { barePool, networkId, prepared } from './bare.js';

const personId = process.env.PERSON_ID!;
const today = new Date().toISOString().slice(0, 10) as never;
const digest = createHash('sha256').update('bench').digest();
const pool = barePool();
let begun = 0;

/** What receiveFund of the API does in the database, statement by statement, and nothing of what it does around them. */
async function receive(client: PoolClient, fundId: string, key: string): Promise<void> {
  const claim = { actorId: personId, action: 'fund.receive', key };
  await client.query(`BEGIN; SET LOCAL app.network_id = '${networkId}'`);
  await client.query(prepared(insertKey, { ...claim, requestDigest: digest }));
  const { rows: [fund] } = await client.query<Record<string, string>>(prepared(readFunds, { fundIds: [fundId], today }));
  const { rows: [bank] } = await client.query<Record<string, string>>(prepared(readAccount, { kind: 'custody', memberId: null, currency: 'CNY' }));
  const accountId = fund!.account_id!;
  const bankId = bank!.id!;
  const [receiptId, transferId] = [newId(), newId()];
  const { rows: [moved] } = await client.query<Record<string, string>>(prepared(recordMovements, {
    entryId: newId(), causeType: 'fund_receipt', causeId: receiptId, effectiveOn: today,
    accountIds: [bankId, accountId], whats: ['transfer', 'transfer'], codes: ['receipt', 'receipt'], sideTransferIds: [transferId, transferId],
    sideHoldIds: [null, null], debits: [100n, 0n], credits: [0n, 100n], pendingDebits: [0n, 0n], pendingCredits: [0n, 0n],
    transferIds: [transferId], debitIds: [bankId], creditIds: [accountId], amounts: [100n], currencies: ['CNY'], transferCodes: ['receipt'], reversesIds: [null],
    holdId: null, holdDebitId: null, holdCreditId: null, holdMinor: null, holdCurrency: null, holdCode: null, expiresAt: null,
    resolvedHoldId: null, outcome: null, capturedMinor: null, resolvedByTransferId: null,
  }));
  await client.query(prepared(insertReceipt, { id: receiptId, fundId, memberId: fund!.member_id!, amountMinor: 100n, receivedOn: today, reference: key, transferId }));
  await client.query(prepared(meetCalls, { fundId, amountMinor: 100n }));
  await client.query(prepared(insertRecords, {
    id: newId(), personId, apiKeyId: null, memberId: null, action: 'fund.receive', requestDigest: digest, touched: [receiptId, fundId], outcome: 'done',
    requestId: randomUUID(), eventIds: [newId()], types: ['fund.received'], aggregateIds: [fundId], payloads: [JSON.stringify({ receiptId })],
  }));
  const result = JSON.stringify({ receiptId, fundId, postedMinor: { $: 'bigint', v: moved!.posted_minor }, heldMinor: { $: 'bigint', v: moved!.held_minor }, currency: 'CNY', calls: [] });
  await client.query(prepared(storeResult, { ...claim, result }));
  await client.query('COMMIT');
}

process.on('disconnect', () => process.exit());
process.on('message', async ({ funds, clients, ms, run }: { funds: string[]; clients: number; ms: number; run: string }) => {
  const began = performance.now();
  const until = began + ms;
  let done = 0;
  const loop = async () => {
    while (performance.now() < until) {
      const client = await pool.connect();
      begun += 1;
      await receive(client, funds[begun % funds.length]!, `bare-${run}-${begun}`);
      client.release();
      done += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, loop));
    process.send!({ rate: (done * 1000) / (performance.now() - began), wrong: null });
  } catch (error) {
    process.send!({ rate: 0, wrong: (error as Error).message });
  }
});
