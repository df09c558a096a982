import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import {
  correctConsumer, eraseConsumer, exportConsumer, mergeConsumers, readConsumers, recordConsumer, revealConsumer, undoConsumerMerge,
} from '@app/members';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, inOrder, Input, LoadField, type Loading } from '../door/index.js';
import { ConsumerKeys } from './consumer-keys.js';
import { ConsumerType } from './consumer.graphql.js';
import {
  ConsumerMergePayload, ConsumerPayload, CorrectConsumerInput, EraseConsumerInput, EraseConsumerPayload, ExportConsumerInput, ExportConsumerPayload,
  MergeConsumersInput, RecordConsumerInput, RevealConsumerInput, RevealConsumerPayload, UndoConsumerMergeInput,
} from './consumer.inputs.graphql.js';

@Resolver(() => ConsumerPayload)
export class ConsumerActsResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: ConsumerKeys,
  ) {}

  @Allow('consumer.record')
  @Mutation(() => ConsumerPayload, {
    description: 'Takes a consumer in: finds who has this phone and no other name, or makes a new one; possible duplicates are shown, never merged. Errors: PERSON_UNNAMED, PHONE_UNREADABLE. Source: RO-2.',
  })
  async recordConsumer(@By() caller: Caller, @Input() input: RecordConsumerInput) {
    return answered(await recordConsumer(this.database, caller, input, this.keys));
  }

  @Allow('consumer.record')
  @Mutation(() => ConsumerPayload, { description: 'Corrects what is kept of a consumer. Errors: PERSON_KNOWN, CONSUMER_ERASED, CONSUMER_MERGED. Source: RO-2.' })
  async correctConsumer(@By() caller: Caller, @Input() input: CorrectConsumerInput) {
    return answered(await correctConsumer(this.database, caller, input, this.keys));
  }

  @LoadField('consumer', () => ConsumerType, { allow: 'consumer.read', nullable: true, description: 'The consumer as it stands now, masked; null when refused or only tried.' })
  async consumers(payloads: readonly { consumerId?: string | null }[], { tx }: Loading) {
    const ids = payloads.map(({ consumerId }) => consumerId ?? null);
    return inOrder(ids, await readConsumers(tx, this.keys, ids.filter((id) => id !== null)), ({ id }) => id);
  }

  @Allow('consumer.record')
  @Mutation(() => ConsumerMergePayload, { description: 'Takes one consumer for another, with a reason; can be taken back. Errors: SAME_CONSUMER, CONSUMER_MERGED, CONSUMER_ERASED. Source: RO-2.' })
  async mergeConsumers(@By() caller: Caller, @Input() input: MergeConsumersInput) {
    return answered(await mergeConsumers(this.database, caller, input));
  }

  @Allow('consumer.record')
  @Mutation(() => ConsumerMergePayload, { description: 'Takes a merge back. Errors: MERGE_UNDONE, MERGED_SINCE, CONSUMER_ERASED. Source: RO-2.' })
  async undoConsumerMerge(@By() caller: Caller, @Input() input: UndoConsumerMergeInput) {
    return answered(await undoConsumerMerge(this.database, caller, input));
  }

  @Allow('consumer.reveal')
  @Mutation(() => RevealConsumerPayload, {
    description: 'Shows fields of a consumer in clear, once, for a purpose; who saw which is on record. Errors: CONSUMER_ERASED, CONSUMER_MERGED. Source: RO-2, RO-4, RO-6.',
  })
  async revealConsumer(@By() caller: Caller, @Input() input: RevealConsumerInput) {
    return answered(await revealConsumer(this.database, caller, input, this.keys));
  }

  @Allow('consumer.reveal')
  @Mutation(() => ExportConsumerPayload, {
    description: 'Hands out, once, all that is kept of a consumer who asks for it; on record. Errors: CONSUMER_ERASED, CONSUMER_MERGED. Source: RO-2.',
  })
  async exportConsumer(@By() caller: Caller, @Input() input: ExportConsumerInput) {
    return answered(await exportConsumer(this.database, caller, input, this.keys));
  }

  @Allow('consumer.erase')
  @Mutation(() => EraseConsumerPayload, {
    description: 'Erases a consumer\'s personal data on request; purchases and services stay, of nobody known. Not to be taken back. Errors: CONSUMER_ERASED. Source: RO-1.',
  })
  async eraseConsumer(@By() caller: Caller, @Input() input: EraseConsumerInput) {
    return answered(await eraseConsumer(this.database, caller, input));
  }
}
