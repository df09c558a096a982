import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import {
  createWebhook, deleteWebhook, listAttemptsOf, listWebhookDeliveries, listWebhooks, replayWebhook, replayWebhookDelivery, rotateWebhookSecret,
  testWebhook, updateWebhook, type Webhook, type WebhookAttempt, type WebhookDelivery,
} from '@app/notices';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, groupedInOrder, Input, LoadField, Reading, type Loading, type Page } from '../door/index.js';
import { Reach } from './webhook-reach.js';
import { WebhookAttemptType, WebhookDeliveriesArgs, WebhookDeliveryConnection, WebhookDeliveryType, WebhookType } from './webhook.graphql.js';
import {
  CreateWebhookInput, CreateWebhookPayload, DeleteWebhookInput, DeleteWebhookPayload, ReplayWebhookDeliveryInput, ReplayWebhookDeliveryPayload,
  ReplayWebhookInput, ReplayWebhookPayload, RotateWebhookSecretInput, RotateWebhookSecretPayload, TestWebhookInput, TestWebhookPayload,
  UpdateWebhookInput, UpdateWebhookPayload,
} from './webhook.inputs.graphql.js';

const byDelivery = cursor('webhookDelivery', { seq: 'bigint', webhookId: 'uuid' });

@Resolver(() => WebhookDeliveryType)
export class WebhookResolver {
  constructor(
    private readonly database: Database,
    private readonly reach: Reach,
  ) {}

  @Allow('webhook.manage')
  @Query(() => [WebhookType], { description: 'The network\'s webhooks, the oldest first; 50 at most.' })
  webhooks(@Reading() tx: MemberTx): Promise<Webhook[]> {
    return tx.many(listWebhooks, {});
  }

  @Allow('webhook.manage')
  @Query(() => WebhookDeliveryConnection, { description: 'What was sent to webhooks and what came of it, the newest event first.' })
  webhookDeliveries(@Reading() tx: MemberTx, @Args() { webhookId, state, ...page }: WebhookDeliveriesArgs): Promise<Page<WebhookDelivery>> {
    return connect(page, byDelivery, (before, count) =>
      tx.many(listWebhookDeliveries, {
        webhookId: webhookId ?? null, state: state ?? null, beforeSeq: before?.seq ?? null, beforeWebhookId: before?.webhookId ?? null, count,
      }));
  }

  @LoadField('attempts', () => [WebhookAttemptType], { allow: 'parent', description: 'The attempts that have ended, the first one first.' })
  async attempts(deliveries: readonly WebhookDelivery[], { tx }: Loading): Promise<WebhookAttempt[][]> {
    const deliveryIds = deliveries.map(({ id }) => id);
    return groupedInOrder(deliveryIds, await tx.many(listAttemptsOf, { deliveryIds }), (row) => row.deliveryId);
  }

  @Allow('webhook.manage')
  @Mutation(() => CreateWebhookPayload, { description: 'Makes a webhook; events recorded from here on are sent to it. Errors: WEBHOOK_URL_UNFIT, WEBHOOK_ADDRESS_NOT_PUBLIC, WEBHOOK_EVENTS_EMPTY, TOO_MANY_WEBHOOKS.' })
  async createWebhook(@By() caller: Caller, @Input() input: CreateWebhookInput) {
    return answered(await createWebhook(this.database, caller, input, this.reach));
  }

  @Allow('webhook.manage')
  @Mutation(() => UpdateWebhookPayload, { description: 'Changes a webhook, stops it or lets it go on. Errors: NOT_FOUND, STALE_VERSION, WEBHOOK_URL_UNFIT, WEBHOOK_ADDRESS_NOT_PUBLIC, WEBHOOK_EVENTS_EMPTY.' })
  async updateWebhook(@By() caller: Caller, @Input() { url = null, description = null, eventTypes = null, active = null, ...input }: UpdateWebhookInput) {
    return answered(await updateWebhook(this.database, caller, { ...input, url, description, eventTypes, active }, this.reach));
  }

  @Allow('webhook.manage')
  @Mutation(() => RotateWebhookSecretPayload, { description: 'Gives a webhook a new secret; until the overlap ends everything is signed with both. Errors: NOT_FOUND.' })
  async rotateWebhookSecret(@By() caller: Caller, @Input() input: RotateWebhookSecretInput) {
    return answered(await rotateWebhookSecret(this.database, caller, input));
  }

  @Allow('webhook.manage')
  @Mutation(() => DeleteWebhookPayload, { description: 'Ends a webhook for good, and gives up what waits for it. Errors: NOT_FOUND.' })
  async deleteWebhook(@By() caller: Caller, @Input() input: DeleteWebhookInput) {
    return answered(await deleteWebhook(this.database, caller, input));
  }

  @Allow('webhook.manage')
  @Mutation(() => TestWebhookPayload, { description: 'Sends an event webhook.test to a webhook, by the way of all events. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE.' })
  async testWebhook(@By() caller: Caller, @Input() input: TestWebhookInput) {
    return answered(await testWebhook(this.database, caller, input));
  }

  @Allow('webhook.manage')
  @Mutation(() => ReplayWebhookDeliveryPayload, { description: 'Sends one delivery again, with its id and body. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE.' })
  async replayWebhookDelivery(@By() caller: Caller, @Input() input: ReplayWebhookDeliveryInput) {
    return answered(await replayWebhookDelivery(this.database, caller, input));
  }

  @Allow('webhook.manage')
  @Mutation(() => ReplayWebhookPayload, { description: 'Sends everything since an instant again, and what the webhook missed while it was off. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE, REPLAY_TOO_EARLY, REPLAY_TOO_MANY.' })
  async replayWebhook(@By() caller: Caller, @Input() input: ReplayWebhookInput) {
    return answered(await replayWebhook(this.database, caller, input));
  }
}
