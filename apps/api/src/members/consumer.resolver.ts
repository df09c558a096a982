import type { MemberTx } from '@app/database';
import {
  findConsumers, listBought, listCareOf, listMerges, listConsumerEvents, possibleDuplicates, readConsumers, type Consumer,
} from '@app/members';
import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Allow, connect, cursor, found, groupedInOrder, Id, LoadField, nodeOf, PageArgs, Reading, Text, type Loading, type Page } from '../door/index.js';
import { CareTaskType } from './care.graphql.js';
import { ConsumerKeys } from './consumer-keys.js';
import { ConsumerConnection, ConsumerMergeType, ConsumerType, PossibleDuplicateType, ConsumerEventType } from './consumer.graphql.js';
import { PurchaseType } from './purchase.graphql.js';

nodeOf('consumer', {
  type: () => ConsumerType, allow: 'consumer.read',
  load: async (tx, id, { provided }) => (await readConsumers(tx, provided(ConsumerKeys), [id]))[0] ?? null,
});

const byConsumer = cursor('consumer', { id: 'uuid' });

@ArgsType()
class ConsumerArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only who has exactly this phone, however it is written. Errors: PHONE_UNREADABLE.' })
  @IsOptional() @Text(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Only who has exactly this e-mail.' })
  @IsOptional() @Text(254)
  email?: string | null;
}

@Resolver(() => ConsumerType)
export class ConsumerResolver {
  constructor(private readonly keys: ConsumerKeys) {}

  @Allow('consumer.read')
  @Query(() => ConsumerConnection, {
    description: 'The consumers that the caller may see, masked; a shop\'s people see those who bought there, and search for none. Source: QM-5.',
  })
  consumers(@Reading() tx: MemberTx, @Args() { phone = null, email = null, ...page }: ConsumerArgs): Promise<Page<Consumer>> {
    return connect(page, byConsumer, (after, count) => findConsumers(tx, this.keys, { phone, email }, { after: after?.id ?? null, count }));
  }

  @Allow('consumer.read')
  @Query(() => ConsumerType, { description: 'One consumer, masked. Errors: NOT_FOUND.' })
  async consumer(@Reading() tx: MemberTx, @Id('consumer', { description: 'Which consumer.' }) id: string): Promise<Consumer> {
    return found((await readConsumers(tx, this.keys, [id]))[0] ?? null);
  }

  @LoadField('purchases', () => [PurchaseType], { allow: 'parent', description: 'What was bought, oldest first, also by those merged into this one; to a shop its own alone.' })
  async purchases(consumers: readonly Consumer[], { tx }: Loading) {
    const consumerIds = consumers.map(({ id }) => id);
    return groupedInOrder(consumerIds, await tx.many(listBought, { consumerIds }), ({ boughtBy }) => boughtBy);
  }

  @LoadField('serviceHistory', () => [ConsumerEventType], { allow: 'parent', description: 'What was done for the consumer, oldest first; to a shop its own alone. Source: QM-5.' })
  async services(consumers: readonly Consumer[], { tx }: Loading) {
    const consumerIds = consumers.map(({ id }) => id);
    return groupedInOrder(consumerIds, await tx.many(listConsumerEvents, { consumerIds }), ({ servedWhom }) => servedWhom);
  }

  @LoadField('careTasks', () => [CareTaskType], { allow: 'parent', description: 'The care plan of this consumer by day; nothing to a shop. Source: QM-5, QM-7.' })
  async care(consumers: readonly Consumer[], { tx }: Loading) {
    const consumerIds = consumers.map(({ id }) => id);
    return groupedInOrder(consumerIds, await tx.many(listCareOf, { consumerIds }), ({ consumerId }) => consumerId);
  }

  @LoadField('merges', () => [ConsumerMergeType], { allow: 'parent', description: 'What was merged into this one, merges taken back included; nothing to a shop.' })
  async merges(consumers: readonly Consumer[], { tx }: Loading) {
    const survivorIds = consumers.map(({ id }) => id);
    return groupedInOrder(survivorIds, await tx.many(listMerges, { survivorIds }), ({ survivorId }) => survivorId);
  }

  @LoadField('possibleDuplicates', () => [PossibleDuplicateType], { allow: 'parent', description: 'Who may be the same person: the same phone, or the same name at the same shop; nothing to a shop.' })
  async duplicates(consumers: readonly Consumer[], { tx }: Loading) {
    const consumerIds = consumers.map(({ id }) => id);
    const pairs = await tx.many(possibleDuplicates, { consumerIds });
    const others = new Map((await readConsumers(tx, this.keys, pairs.map(({ otherId }) => otherId))).map((one) => [one.id, one]));
    return groupedInOrder(consumerIds, pairs.map((pair) => ({ name: null, phone: null, ...others.get(pair.otherId), ...pair })), ({ consumerId }) => consumerId);
  }
}
