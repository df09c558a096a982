import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DateTime, Day, IdField, Node, OnceInput, Payload } from '../door/index.js';

@ObjectType('Network', { description: 'The world of one mall operator or one brand (体系); everything else stands inside one.', implements: () => [Node] })
export class Network {
  @IdField('network', { description: 'Which network.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'The currency of all its money, ISO 4217, such as CNY.' })
  currency!: string;

  @Field({ description: 'The time zone in which its days begin, such as Asia/Shanghai.' })
  zone!: string;

  @Field({ description: 'True when it is a sandbox, whose clock may be set ahead.' })
  sandbox!: boolean;

  @Field(() => DateTime, { description: 'The present instant there: the clock, plus how far a sandbox runs ahead.' })
  now!: Date;

  @Field(() => Day, { description: 'The business day there.' })
  today!: string;
}

@InputType({ description: 'A new network and its first administrator.' })
export class ProvisionNetworkInput extends OnceInput {
  @Field({ description: 'Its name, 1 to 200 characters. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(1_000)
  name!: string;

  @Field({ defaultValue: 'CNY', description: 'The currency of all its money, ISO 4217; it never changes. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(10)
  currency!: string;

  @Field({ defaultValue: 'Asia/Shanghai', description: 'The time zone in which its days begin, of the IANA database. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(100)
  zone!: string;

  @Field({ defaultValue: false, description: 'True for a sandbox, whose clock may be set ahead; never one that real money moves in.' })
  @IsBoolean()
  sandbox!: boolean;

  @Field(() => Int, { defaultValue: 31, description: 'How many days back a business day may be given, 0 to 3660.' })
  @IsInt()
  @Min(0)
  @Max(3_660)
  backDays!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many days ahead a business day may be given, 0 to 366.' })
  @IsInt()
  @Min(0)
  @Max(366)
  aheadDays!: number;

  @Field({ description: 'Whom the first invitation is for. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(1_000)
  administratorEmail!: string;
}

@ObjectType({ description: 'A network that was made, and how its first administrator comes in.' })
export class ProvisionNetworkPayload extends Payload {
  @IdField('network', { nullable: true, description: 'The new network; null when refused.' })
  networkId?: string | null;

  @Field(() => String, { nullable: true, description: 'The code that takes the invitation up. Shown once: null in a replay and in a trial.' })
  invitationCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the invitation can be taken up; null when refused.' })
  invitationExpiresAt?: Date | null;
}

@InputType({ description: 'Where a sandbox\'s clock is to be set: at an instant, or forward by so many seconds; one of the two.' })
export class AdvanceClockInput extends OnceInput {
  @Field(() => DateTime, { nullable: true, description: 'The instant it is to show, later than it shows now. Errors: CLOCK_NOT_FORWARD, CLOCK_TOO_FAR.' })
  @IsOptional()
  at: Date | null = null;

  @Field(() => Int, { nullable: true, description: 'By how many seconds it goes forward. Errors: CLOCK_NOT_FORWARD, CLOCK_TOO_FAR.' })
  @IsOptional()
  @IsInt()
  bySeconds: number | null = null;
}

@ObjectType({ description: 'What the sandbox\'s clock shows from the next request on.' })
export class AdvanceClockPayload extends Payload {
  @Field(() => DateTime, { nullable: true, description: 'The instant it shows; null when refused.' })
  now?: Date | null;

  @Field(() => Day, { nullable: true, description: 'The business day then; null when refused.' })
  today?: string | null;
}
