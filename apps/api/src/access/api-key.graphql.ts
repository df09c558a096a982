import type { ListedApiKey } from '@app/access';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsArray, IsDate, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DateTime, IdField, KeyedInput, Payload } from '../door/index.js';
import { PermissionName } from './words.js';

@ObjectType({ description: 'A credential of a program. Its secret is kept nowhere.' })
export class ApiKey implements Omit<ListedApiKey, 'createdBy'> {
  @IdField('apiKey', { description: 'Which key.' })
  id!: string;

  @Field({ description: 'What it is for.' })
  name!: string;

  @Field(() => [PermissionName], { description: 'What it may do.' })
  scopes!: readonly string[];

  @Field({ description: 'True while it works.' })
  live!: boolean;

  @Field(() => DateTime, { description: 'When it stops working of itself.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it works beside the key that replaced it; null while none did.' })
  overlapEndsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt!: Date | null;

  @IdField('apiKey', { nullable: true, description: 'The key whose place it took; null when it took none.' })
  replacesId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'About when it was last used, written in batches; null when never.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  recordedAt!: Date;
}

@InputType({ description: 'A new key for a program.' })
export class CreateApiKeyInput extends KeyedInput {
  @Field({ description: 'What it is for, 1 to 100 characters. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(1_000)
  name!: string;

  @Field(() => [PermissionName], { description: 'What it may do: no more than who makes it. Errors: SCOPES_EMPTY, SCOPE_NOT_HELD, SCOPE_NOT_FOR_KEYS.' })
  @IsArray()
  scopes!: string[];

  @Field(() => DateTime, { description: 'When it stops working, at most 366 days ahead, by the clock and not by a sandbox\'s. Errors: EXPIRY_OUT_OF_RANGE.' })
  @IsDate()
  expiresAt!: Date;
}

@ObjectType({ isAbstract: true })
abstract class SecretPayload extends Payload {
  @IdField('apiKey', { nullable: true, description: 'The key; null when refused.' })
  apiKeyId?: string | null;

  @Field(() => String, { nullable: true, description: 'The secret, sk_…, for the header Authorization: Bearer … or x-api-key. Shown once: null in a replay.' })
  secret?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stops working; null when refused.' })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'A key that was made.' })
export class CreateApiKeyPayload extends SecretPayload {}

@InputType({ description: 'A new secret in a key\'s place.' })
export class RotateApiKeyInput extends KeyedInput {
  @IdField('apiKey', { description: 'The key to be replaced. Errors: API_KEY_REPLACED, API_KEY_NOT_LIVE.' })
  apiKeyId!: string;

  @Field(() => Int, { defaultValue: 24, description: 'How many hours the old secret still works, 0 to 168.' })
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the new one stops working; absent for when the old one would have. Errors: EXPIRY_OUT_OF_RANGE.' })
  @IsOptional()
  @IsDate()
  expiresAt: Date | null = null;
}

@ObjectType({ description: 'A key that took another\'s place.' })
export class RotateApiKeyPayload extends SecretPayload {
  @IdField('apiKey', { nullable: true, description: 'The key it replaces; null when refused.' })
  replacesId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the old secret works; null when refused.' })
  oldWorksUntil?: Date | null;
}

@InputType({ description: 'Which key is to end.' })
export class RevokeApiKeyInput extends KeyedInput {
  @IdField('apiKey', { description: 'The key. Errors: API_KEY_NOT_LIVE.' })
  apiKeyId!: string;
}

@ObjectType({ description: 'A key that was revoked.' })
export class RevokeApiKeyPayload extends Payload {
  @IdField('apiKey', { nullable: true, description: 'The key; null when refused.' })
  apiKeyId?: string | null;
}
