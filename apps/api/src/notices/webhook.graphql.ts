import { webhookEvents, type WebhookEventType } from '@app/notices';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { connectionOf, DateTime, enumType, IdField, PageArgs, WholeField } from '../door/index.js';
import { DeliveryStateEnum } from './message.graphql.js';

const types = Object.keys(webhookEvents) as WebhookEventType[];
const upper = (type: string) => type.replace('.', '_').toUpperCase();

/** The events, as GraphQL names them: fund.called is FUND_CALLED. */
export const WebhookEventEnum = Object.fromEntries(types.map((type) => [upper(type), type])) as Record<string, WebhookEventType>;
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'What a webhook may be told (事件). The `type` of the body is the name in lower case with a point, such as fund.called.',
  valuesMap: Object.fromEntries(types.map((type) => [upper(type), { description: `${type}: ${webhookEvents[type].en} ${webhookEvents[type].zh}.` }])),
});

export const WebhookStateEnum = enumType('WebhookState', 'Whether a webhook gets events.', {
  active: 'Gets events (启用).',
  stopped: 'Switched off by a person (停用).',
  disabled: 'Switched off because it failed for five days, or answered 410; the administrators were told (失败停用).',
  deleted: 'Ended for good (已删除).',
});

@ObjectType('Webhook', { description: 'Where a network has its events sent, signed by the rules of Standard Webhooks (回调). Its secret is shown once.' })
export class WebhookType {
  @IdField('webhook', { description: 'Which webhook.' })
  id!: string;

  @Field({ description: 'Where events are posted.' })
  url!: string;

  @Field({ description: 'What it is for.' })
  description!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it is told.' })
  eventTypes!: readonly string[];

  @Field(() => WebhookStateEnum, { description: 'Whether it gets events.' })
  state!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when every attempt has failed; null where the last one did not.' })
  failingSince!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when everything is signed with the secret before this one too; null where there was none.' })
  previousUntil!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; an update names the one it has seen.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  recordedAt!: Date;
}

@ObjectType('WebhookAttempt', { description: 'One attempt to deliver that has ended.' })
export class WebhookAttemptType {
  @Field(() => Int, { description: 'Which attempt, from 1; a number is left out where we were cut off in the middle.' })
  attempt!: number;

  @Field(() => DateTime, { description: 'When it ended, by the clock.' })
  attemptedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'The HTTP status; null where there was no answer.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'In a word why there was no answer, such as timeout, econnrefused or address_not_public; null where there was one.' })
  problem!: string | null;
}

@ObjectType('WebhookDelivery', {
  description: 'One event on its way to one webhook; its id is the webhook-id header of every attempt and replay. It is delivered at least once. '
    + 'Of one aggregate no event is tried before the first attempt at the one before it has ended; after a failure later events overtake, and `sequence` in the body tells the order.',
})
export class WebhookDeliveryType {
  @IdField('webhookDelivery', { description: 'Which delivery.' })
  id!: string;

  @IdField('webhook', { description: 'To which webhook.' })
  webhookId!: string;

  @Field(() => WebhookEventEnum, { description: 'What it tells.' })
  eventType!: string;

  @WholeField({ description: 'The place of the event among all of them, as `sequence` in the body.' })
  seq!: bigint;

  @Field(() => DeliveryStateEnum, { description: 'How far it has come.' })
  state!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, by the clock; null when it is not.' })
  nextAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last taken, by the clock; null while it was not.' })
  sentAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was queued first.' })
  recordedAt!: Date;
}

export const WebhookDeliveryConnection = connectionOf(WebhookDeliveryType, { description: 'Deliveries, the newest event first.' });

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @IdField('webhook', { nullable: true, description: 'Of which webhook; of all where absent.' })
  webhookId?: string | null;

  @Field(() => DeliveryStateEnum, { nullable: true, description: 'Only those that have come this far.' })
  @IsOptional()
  @IsString()
  state?: string | null;
}
