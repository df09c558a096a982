import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { countMembers, listMembers, readMembers, refuseMembers, registerMember, type Member, type MemberKind } from '@app/members';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { Allow, answered, By, connect, cursor, found, Id, Input, nodeOf, PageArgs, Reading, roomErrors, type Page } from '../door/index.js';
import { MemberConnection, MemberKindEnum, MemberType, RegisterMemberInput, RegisterMemberPayload } from './member.graphql.js';

roomErrors(refuseMembers);
nodeOf('member', { type: () => MemberType, allow: 'member.read', load: (tx, id) => tx.maybe(readMembers, { memberIds: [id] }) });

const byMember = cursor('member', { id: 'uuid' });

@ArgsType()
class MemberArgs extends PageArgs {
  @Field(() => MemberKindEnum, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  @IsIn(Object.values(MemberKindEnum))
  kind?: MemberKind | null;
}

@Resolver(() => MemberType)
export class MemberResolver {
  constructor(private readonly database: Database) {}

  @Allow('member.read')
  @Query(() => MemberConnection, { description: 'The members that the caller may see.' })
  members(
    @Reading() tx: MemberTx,
    @Args() { kind = null, ...page }: MemberArgs,
  ): Promise<Page<Member>> {
    return connect(page, byMember,
      (after, count) => tx.many(listMembers, { kind, after: after?.id ?? null, count }),
      async () => (await tx.one(countMembers, { kind })).count);
  }

  @Allow('member.read')
  @Query(() => MemberType, { description: 'One member. Errors: NOT_FOUND.' })
  async member(@Reading() tx: MemberTx, @Id('member', { description: 'Which member.' }) id: string): Promise<Member> {
    return found(await tx.maybe(readMembers, { memberIds: [id] }));
  }

  @Allow('member.register')
  @Mutation(() => RegisterMemberPayload, { description: 'Adds a member to the network. Errors: MEMBER_CODE_TAKEN.' })
  async registerMember(@By() caller: Caller, @Input() input: RegisterMemberInput) {
    return answered(await registerMember(this.database, caller, input));
  }
}
