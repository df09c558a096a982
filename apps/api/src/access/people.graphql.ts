import type { ListedMembership } from '@app/access';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsArray, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { DateTime, IdField, OnceInput, Payload } from '../door/index.js';
import { PermissionName, Role } from './words.js';

const MembershipState = { ACTIVE: 'active', DEACTIVATED: 'deactivated' } as const;
registerEnumType(MembershipState, {
  name: 'MembershipState',
  description: 'Whether a person may act in the network.',
  valuesMap: { ACTIVE: { description: 'May log in and act. 有效' }, DEACTIVATED: { description: 'Shut out; only a new invitation brings them back. 已停用' } },
});

@ObjectType({ description: 'A person in a network, for the operator or for one member, with roles.' })
export class Membership implements ListedMembership {
  @IdField('membership', { description: 'Which membership.' })
  id!: string;

  @IdField('person', { description: 'Whose it is; a person may have memberships of many networks.' })
  personId!: string;

  @IdField('member', { nullable: true, description: 'For which shop, outlet or supplier they act; null for the operator\'s own people.' })
  memberId!: string | null;

  @Field(() => [Role], { description: 'What they are there.' })
  roles!: readonly string[];

  @Field(() => MembershipState, { description: 'Whether they may act.' })
  state!: 'active' | 'deactivated';

  @Field(() => Int, { description: 'Counts changes; to change it, say the version that was seen.' })
  version!: number;

  @Field({ description: 'The person\'s e-mail address.' })
  email!: string;

  @Field({ description: 'The person\'s name as they gave it.' })
  displayName!: string;

  @Field(() => DateTime, { description: 'When the invitation was taken up.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'Who asks, and what they may do.' })
export class Me {
  @IdField('person', { description: 'Which person.' })
  personId!: string;

  @IdField('membership', { nullable: true, description: 'The membership they act by.' })
  membershipId!: string | null;

  @IdField('member', { nullable: true, description: 'For which member they act; null for the operator\'s own people.' })
  memberId!: string | null;

  @Field({ description: 'The e-mail address they log in with.' })
  email!: string;

  @Field({ description: 'Their name as they gave it.' })
  displayName!: string;

  @Field(() => [Role], { description: 'The roles of this session; changed ones hold from the next log-in.' })
  roles!: readonly string[];

  @Field(() => [PermissionName], { description: 'What these roles permit.' })
  permissions!: readonly string[];
}

@InputType({ description: 'An offer of a membership.' })
export class InviteInput extends OnceInput {
  @Field({ description: 'Whom it is for. An earlier open invitation of the same address is withdrawn. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(1_000)
  email!: string;

  @Field(() => [Role], { description: 'What they will be. Errors: ROLES_EMPTY, ROLE_NOT_GRANTABLE, ROLE_NEEDS_MEMBER, ROLE_FORBIDS_MEMBER, MAY_NOT_GRANT.' })
  @IsArray()
  roles!: string[];

  @IdField('member', { nullable: true, description: 'For which member they will act; absent for the operator\'s own people.' })
  memberId: string | null = null;
}

@ObjectType({ description: 'An invitation that was made.' })
export class InvitePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The code that takes it up, to be handed on. Shown once: null in a replay and in a trial.' })
  code?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it can be taken up; null when refused.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'The taking up of an invitation.' })
export class AcceptInvitationInput {
  @Field({ description: 'The code of the invitation. Errors: INVITATION_INVALID.' })
  @IsString()
  @MaxLength(200)
  code!: string;

  @Field({ description: 'A new person\'s name, 1 to 100 characters; somebody who is known keeps their own. Errors: INVALID_INPUT.' })
  @IsString()
  @MaxLength(1_000)
  displayName!: string;

  @Field({ description: 'A new person\'s choice; somebody who is known proves themself with the one they have. Errors: PASSWORD_LENGTH, CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS.' })
  @IsString()
  @MaxLength(1_000)
  password!: string;
}

@ObjectType({ description: 'The membership that an invitation became.' })
export class AcceptInvitationPayload extends Payload {
  @IdField('network', { nullable: true, description: 'The network; null when refused.' })
  networkId?: string | null;

  @IdField('person', { nullable: true, description: 'The person; null when refused.' })
  personId?: string | null;

  @IdField('membership', { nullable: true, description: 'The membership; null when refused.' })
  membershipId?: string | null;
}

@InputType({ isAbstract: true })
abstract class SeenMembershipInput extends OnceInput {
  @IdField('membership', { description: 'Which membership.' })
  membershipId!: string;

  @Field(() => Int, { description: 'Its version as it was seen. Errors: STALE_VERSION.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Other roles for a membership, on the same side.' })
export class ChangeRolesInput extends SeenMembershipInput {
  @Field(() => [Role], { description: 'All that they will be. Errors: as for invite, and LAST_ADMINISTRATOR.' })
  @IsArray()
  roles!: string[];
}

@InputType({ description: 'Which membership is to end.' })
export class DeactivateMembershipInput extends SeenMembershipInput {}

@ObjectType({ description: 'A membership that was changed.' })
export class MembershipPayload extends Payload {
  @IdField('membership', { nullable: true, description: 'The membership; null when refused.' })
  membershipId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its version now; null when refused.' })
  version?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of its sessions ended by this; null when refused.' })
  endedSessions?: number | null;
}
