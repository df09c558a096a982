import { cny, type Mall } from '../support/mall.js';

/** What consumers bought at a shop, and what came of it. */
export interface Bought {
  readonly consumerId: string;
  readonly purchaseId: string;
  /** Another consumer of the same name. */
  readonly twinId: string;
  /** One who was merged into the first. */
  readonly mergeId: string;
  readonly careTaskId: string;
  readonly phone: string;
}

let phones = 0;
export const newPhone = (): string => `1390000${String((phones += 1)).padStart(4, '0')}`;

/** A purchase with a consumer, a twin of hers, one merged into her, and her care plan. */
export async function boughtAt(mall: Mall, memberId: string, mark: string, today: string): Promise<Bought> {
  const desk = await mall.as('COMPLAINT_DESK');
  const person = (phone: string) => ({ name: `${mark} Zhang`, phone, address: `${mark} road 1`, email: `${phone}@${mark.toLowerCase().replace(/ /g, '-')}.example` });
  const phone = newPhone();
  const buy = async (of: string, voucher: string) => (await desk.act('recordPurchase', 'purchase { id consumer { id } }', {
    memberId, person: person(of), category: 'leather_shoes', model: `${mark} boots`, price: cny('100.00'), invoicePrice: cny('100.00'), voucher, soldOn: today, channel: 'COUNTER',
  })).purchase;
  const first = await buy(phone, `${mark} v1`);
  const twin = await buy(newPhone(), `${mark} v2`);
  const third = await buy(newPhone(), `${mark} v3`);
  const { merge } = await desk.act('mergeConsumers', 'merge { id }', { consumerId: third.consumer.id, survivorId: first.consumer.id, reason: `${mark} merge` });
  await desk.act('planCare', 'planned', { through: new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10) });
  const { consumer } = await desk.ask('query($id: ID!) { consumer(id: $id) { careTasks { id } } }', { id: first.consumer.id });
  return {
    consumerId: first.consumer.id, purchaseId: first.id, twinId: twin.consumer.id, mergeId: merge.id, careTaskId: consumer.careTasks[0]!.id, phone,
  };
}
