import type { MemberKind } from '@app/members';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { connectionOf, enumType, IdField, Node, OnceInput, Payload, Text } from '../door/index.js';

export const MemberKindEnum = enumType('MemberKind', 'What kind of party a member is (成员类型).', {
  shop: 'A shop of the mall, whoever holds the counter (商户).',
  outlet: 'A service outlet or dealer (服务网点).',
  supplier: 'The maker or wholesaler behind a shop or brand (厂家).',
  certification_body: 'A certification body (认证机构).',
});

@ObjectType('Member', { description: 'A party inside a network (成员).', implements: () => [Node] })
export class MemberType {
  @IdField('member', { description: 'Which member.' })
  id!: string;

  @Field(() => MemberKindEnum, { description: 'What kind of party it is.' })
  kind!: MemberKind;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'The operator\'s own code for it, unique in the network: a counter, a dealer number.' })
  code!: string;
}

export const MemberConnection = connectionOf(MemberType, { description: 'Members, oldest first.' });

@InputType({ description: 'A member to register.' })
export class RegisterMemberInput extends OnceInput {
  @Field(() => MemberKindEnum, { description: 'What kind of party it is.' })
  @IsIn(Object.values(MemberKindEnum))
  kind!: MemberKind;

  @Field({ description: 'Its name, 1 to 200 characters.' })
  @Text(200)
  name!: string;

  @Field({ description: 'The operator\'s own code for it, 1 to 40 characters. Errors: MEMBER_CODE_TAKEN.' })
  @Text(40)
  code!: string;
}

@ObjectType({ description: 'The member that was registered.' })
export class RegisterMemberPayload extends Payload {
  @Field(() => MemberType, { nullable: true, description: 'The member; null when refused.' })
  member?: MemberType | null;
}

