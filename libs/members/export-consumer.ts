import type { Database, Done } from '@app/database';
import { formatAmount, money, newId, type Caller } from '@app/kernel';
import { listCareOf } from './care-task.sql.js';
import { lockStanding } from './lock-standing.js';
import { insertReveal, listReveals, readPersonalData } from './personal-data.sql.js';
import { personalFields } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { listBought } from './purchase.sql.js';
import type { RevealConsumer } from './reveal-consumer.js';
import { openedPerson } from './sealed-person.js';
import { listConsumerEvents } from './consumer-event.sql.js';

export type ExportConsumer = Pick<RevealConsumer, 'consumerId' | 'idempotencyKey'>;

export interface Exported {
  readonly revealId: string;
  readonly consumerId: string;
  /** Null in a replay: it is handed out once. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** Hands out all that is kept of a consumer, at the consumer's request; that it was is on record. */
export async function exportConsumer(database: Database, caller: Caller, input: ExportConsumer, keys: PersonalKeys): Promise<Done<Exported>> {
  let document: Exported['document'] = null;
  const done = await database.writeOnce(caller, 'consumer.export', input, async (tx, { consumerId }) => {
    const consumerIds = await lockStanding(tx, consumerId);
    const rows = await tx.many(readPersonalData, { subjectIds: consumerIds });
    const bought = await tx.many(listBought, { consumerIds: [consumerId] });
    const services = await tx.many(listConsumerEvents, { consumerIds: [consumerId] });
    document = {
      persons: rows.map((row) => openedPerson(keys, caller.networkId, row)),
      purchases: bought.map((one) => ({
        category: one.category, model: one.model, price: formatAmount(money(one.priceMinor, one.currency)), currency: one.currency, voucher: one.voucher,
        invoiceNumber: one.invoiceNumber, soldOn: one.soldOn, deliveredOn: one.deliveredOn, channel: one.channel, serial: one.serial,
      })),
      services: services.map(({ kind, happenedOn }) => ({ kind, happenedOn })),
      care: (await tx.many(listCareOf, { consumerIds })).map(({ rule, means, dueOn, state, outcome }) => ({ rule, means, dueOn, state, outcome })),
      shownTo: (await tx.many(listReveals, { subjectIds: consumerIds })).map(({ purpose, fields, revealedOn }) => ({ purpose, fields, revealedOn })),
    };
    const revealId = newId();
    await tx.run(insertReveal, {
      id: revealId, subjectId: consumerId, purpose: 'export', fields: personalFields, revealedBy: caller.personId ?? caller.apiKeyId, revealedOn: caller.today,
    });
    tx.touch(...consumerIds, revealId);
    tx.emit({ type: 'consumer.exported', aggregateId: consumerId, payload: { revealId } });
    return { revealId, consumerId };
  });
  return { ...done, result: { ...done.result, document: done.replayed ? null : document } };
}
