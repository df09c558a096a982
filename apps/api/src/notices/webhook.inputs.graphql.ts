import type { WebhookEventType } from '@app/notices';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsArray, IsBoolean, IsDate, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { DateTime, IdField, KeyedInput, OnceInput, Payload } from '../door/index.js';
import { WebhookEventEnum, WebhookType } from './webhook.graphql.js';

@InputType({ description: 'A new webhook.' })
export class CreateWebhookInput extends KeyedInput {
  @Field({ description: 'https, a public address, at most 500 characters. Errors: WEBHOOK_URL_UNFIT, WEBHOOK_ADDRESS_NOT_PUBLIC.' })
  @Length(1, 1_000)
  url!: string;

  @Field({ defaultValue: '', description: 'What it is for, at most 200 characters.' })
  @Length(0, 200)
  description: string = '';

  @Field(() => [WebhookEventEnum], { description: 'What it is to be told. Errors: WEBHOOK_EVENTS_EMPTY.' })
  @IsArray()
  eventTypes!: WebhookEventType[];
}

@ObjectType({ isAbstract: true })
abstract class WebhookPayload extends Payload {
  @Field(() => WebhookType, { nullable: true, description: 'The webhook; null when refused.' })
  webhook?: WebhookType | null;
}

@ObjectType({ isAbstract: true })
abstract class SecretWebhookPayload extends WebhookPayload {
  @Field(() => String, { nullable: true, description: 'The secret, whsec_…, by which the receiver verifies. Shown once: null in a replay.' })
  secret?: string | null;
}

@ObjectType({ description: 'A webhook that was made.' })
export class CreateWebhookPayload extends SecretWebhookPayload {}

@InputType({ description: 'Changes to a webhook; what is absent stays.' })
export class UpdateWebhookInput extends OnceInput {
  @IdField('webhook', { description: 'Which webhook. Errors: NOT_FOUND.' })
  webhookId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => String, { nullable: true, description: 'Another address. Errors: WEBHOOK_URL_UNFIT, WEBHOOK_ADDRESS_NOT_PUBLIC.' })
  @IsOptional()
  @Length(1, 1_000)
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 200 characters.' })
  @IsOptional()
  @Length(0, 200)
  description?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true, description: 'What it is to be told. Errors: WEBHOOK_EVENTS_EMPTY.' })
  @IsOptional()
  @IsArray()
  eventTypes?: WebhookEventType[] | null;

  @Field(() => Boolean, { nullable: true, description: 'False stops it and gives up what waits; true lets it go on, also after it was disabled.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean | null;
}

@ObjectType({ description: 'The webhook as changed.' })
export class UpdateWebhookPayload extends WebhookPayload {}

@InputType({ description: 'A new secret for a webhook.' })
export class RotateWebhookSecretInput extends KeyedInput {
  @IdField('webhook', { description: 'Which webhook. Errors: NOT_FOUND.' })
  webhookId!: string;

  @Field(() => Int, { defaultValue: 24, description: 'How many hours everything is signed with the old secret too, 0 to 168. The one before the old one ends at once.' })
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours!: number;
}

@ObjectType({ description: 'The webhook with its new secret.' })
export class RotateWebhookSecretPayload extends SecretWebhookPayload {}

@ObjectType({ isAbstract: true })
abstract class WebhookNamedPayload extends Payload {
  @IdField('webhook', { nullable: true, description: 'Which webhook; null when refused.' })
  webhookId?: string | null;
}

@InputType({ description: 'Which webhook is to end.' })
export class DeleteWebhookInput extends OnceInput {
  @IdField('webhook', { description: 'Which webhook. Errors: NOT_FOUND.' })
  webhookId!: string;
}

@ObjectType({ description: 'A webhook that has ended.' })
export class DeleteWebhookPayload extends WebhookNamedPayload {}

@InputType({ description: 'Which webhook is to be tested.' })
export class TestWebhookInput extends OnceInput {
  @IdField('webhook', { description: 'Which webhook. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE.' })
  webhookId!: string;
}

@ObjectType({ description: 'A test that is on its way; webhookDeliveries tells what came of it.' })
export class TestWebhookPayload extends WebhookNamedPayload {}

@InputType({ description: 'Which delivery is to be sent again.' })
export class ReplayWebhookDeliveryInput extends OnceInput {
  @IdField('webhookDelivery', { description: 'Which delivery. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE.' })
  deliveryId!: string;
}

@ObjectType({ description: 'A delivery that is on its way again.' })
export class ReplayWebhookDeliveryPayload extends Payload {
  @IdField('webhookDelivery', { nullable: true, description: 'Which delivery; null when refused.' })
  deliveryId?: string | null;
}

@InputType({ description: 'What a webhook is to be sent again.' })
export class ReplayWebhookInput extends OnceInput {
  @IdField('webhook', { description: 'Which webhook. Errors: NOT_FOUND, WEBHOOK_NOT_ACTIVE.' })
  webhookId!: string;

  @Field(() => DateTime, { description: 'Everything recorded from then on, at most 30 days back by the clock and not by a sandbox\'s. Errors: REPLAY_TOO_EARLY, REPLAY_TOO_MANY.' })
  @IsDate()
  since!: Date;

  @Field({ defaultValue: false, description: 'Only what was not taken yet, and what the webhook missed while it was off.' })
  @IsBoolean()
  unsentOnly: boolean = false;
}

@ObjectType({ description: 'Deliveries that are on their way again.' })
export class ReplayWebhookPayload extends WebhookNamedPayload {
  @Field(() => Int, { nullable: true, description: 'How many; null when refused.' })
  count?: number | null;
}
