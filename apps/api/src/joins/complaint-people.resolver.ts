import type { Complaint } from '@app/complaints';
import { readConsumers, readPurchases } from '@app/members';
import { Resolver } from '@nestjs/graphql';
import { ComplaintType } from '../complaints/complaint.graphql.js';
import { inOrder, LoadField, type Loading } from '../door/index.js';
import { ConsumerKeys } from '../members/consumer-keys.js';
import { ConsumerType } from '../members/consumer.graphql.js';
import { PurchaseType } from '../members/purchase.graphql.js';

@Resolver(() => ComplaintType)
export class ComplaintPeopleResolver {
  constructor(private readonly keys: ConsumerKeys) {}

  @LoadField('consumer', () => ConsumerType, { allow: 'consumer.read', nullable: true, description: 'Who complains, masked; null while nobody knows.' })
  async consumers(complaints: readonly Complaint[], { tx }: Loading) {
    const ids = complaints.map(({ consumerId }) => consumerId);
    return inOrder(ids, await readConsumers(tx, this.keys, ids.filter((id) => id !== null)), ({ id }) => id);
  }

  @LoadField('purchase', () => PurchaseType, { allow: 'consumer.read', nullable: true, description: 'Which purchase it is about; null while nobody knows.' })
  async purchases(complaints: readonly Complaint[], { tx }: Loading) {
    const ids = complaints.map(({ purchaseId }) => purchaseId);
    return inOrder(ids, await tx.many(readPurchases, { purchaseIds: ids.filter((id) => id !== null) }), ({ id }) => id);
  }
}
