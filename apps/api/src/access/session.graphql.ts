import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import { DateTime, IdField, Payload } from '../door/index.js';
import { Role } from './words.js';

@ObjectType({ description: 'A log-in of the caller: a person in one network, with the roles held when it was opened.' })
export class Session {
  @IdField('session', { description: 'Which session.' })
  id!: string;

  @IdField('network', { description: 'The network it acts in.' })
  networkId!: string;

  @Field({ description: 'The name of that network.' })
  networkName!: string;

  @IdField('member', { nullable: true, description: 'For which member it acts; null for the operator\'s own people.' })
  memberId!: string | null;

  @Field(() => [Role], { description: 'The roles it was opened with.' })
  roles!: readonly string[];

  @Field(() => DateTime, { description: 'When the password was given that it stems from.' })
  authenticatedAt!: Date;

  @Field(() => DateTime, { description: 'When it was opened.' })
  recordedAt!: Date;

  @Field(() => DateTime, { description: 'When its tokens were last renewed.' })
  rotatedAt!: Date;

  @Field(() => DateTime, { description: 'When it ends unless it is renewed.' })
  expiresAt!: Date;

  @Field({ description: 'True for the one that asks.' })
  current!: boolean;
}

@InputType({ description: 'Who comes in.' })
export class LogInInput {
  @Field({ description: 'The e-mail address.' })
  @IsString()
  @MaxLength(1_000)
  email!: string;

  @Field({ description: 'The password. Errors: CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS.' })
  @IsString()
  @MaxLength(1_000)
  password!: string;

  @IdField('network', { nullable: true, description: 'Which network; needed only by who belongs to several. Errors: NETWORK_NEEDED, whose details name them.' })
  networkId: string | null = null;
}

@InputType({ description: 'The renewal of a session.' })
export class RefreshSessionInput {
  @Field({ description: 'The refresh token, which is good once. Errors: REFRESH_INVALID, REFRESH_RACED, REFRESH_REUSED.' })
  @IsString()
  @MaxLength(200)
  refreshToken!: string;
}

@InputType({ description: 'Another network of the same person.' })
export class SwitchNetworkInput {
  @IdField('network', { description: 'Which network; one they do not belong to is not found.' })
  networkId!: string;
}

@InputType({ description: 'Which session is to end.' })
export class EndSessionInput {
  @IdField('session', { description: 'One of the caller\'s own; another\'s is not found.' })
  sessionId!: string;
}

@ObjectType({ isAbstract: true })
abstract class TokensPayload extends Payload {
  @IdField('session', { nullable: true, description: 'The session; null when refused.' })
  sessionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Goes into the header Authorization: Bearer …; shown once. Null when refused.' })
  accessToken?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the access token is good, ten minutes; null when refused.' })
  accessTokenExpiresAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Renews the session by refreshSession, once; shown once. Null when refused.' })
  refreshToken?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the session can be renewed; null when refused.' })
  refreshTokenExpiresAt?: Date | null;
}

@ObjectType({ description: 'The renewed tokens of a session.' })
export class RefreshSessionPayload extends TokensPayload {}

@ObjectType({ description: 'A session that was opened.' })
export class LogInPayload extends TokensPayload {
  @IdField('network', { nullable: true, description: 'The network it acts in; null when refused.' })
  networkId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of that network; null when refused.' })
  networkName?: string | null;

  @IdField('person', { nullable: true, description: 'Who came in; null when refused.' })
  personId?: string | null;

  @IdField('membership', { nullable: true, description: 'The membership it acts by; null when refused.' })
  membershipId?: string | null;

  @IdField('member', { nullable: true, description: 'For which member it acts; null for the operator\'s own people, and when refused.' })
  memberId?: string | null;

  @Field(() => [Role], { nullable: true, description: 'The roles it was opened with; null when refused.' })
  roles?: readonly string[] | null;
}

@ObjectType({ description: 'Whether a session ended.' })
export class EndSessionPayload extends Payload {
  @Field({ nullable: true, description: 'True when it ended by this; null when refused.' })
  ended?: boolean;
}
