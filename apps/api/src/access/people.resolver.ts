import { acceptInvitation, changeRoles, deactivateMembership, invite, listAllMemberships, readPerson, type ListedMembership } from '@app/access';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, connectionOf, cursor, did, From, Input, PageArgs, Reading, type Page, type Visitor } from '../door/index.js';
import { Keys } from './keys.js';
import {
  AcceptInvitationInput, AcceptInvitationPayload, ChangeRolesInput, DeactivateMembershipInput, InviteInput, InvitePayload, Me, Membership, MembershipPayload,
} from './people.graphql.js';

const MembershipConnection = connectionOf(Membership, { description: 'People of the network, in the order they came.' });
const byMembership = cursor('membership', { id: 'uuid' });

@Resolver(() => Membership)
export class PeopleResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  @Allow.signedIn
  @Query(() => Me, { description: 'Who asks, and what they may do.' })
  async me(@By() caller: Caller, @Reading() tx: MemberTx): Promise<Me> {
    const { email, displayName } = await tx.one(readPerson, { id: caller.personId! });
    const { membershipId, memberId, roles, permissions } = caller;
    return { personId: caller.personId!, membershipId, memberId, roles, permissions: [...permissions], email, displayName };
  }

  @Allow('people.read')
  @Query(() => MembershipConnection, { description: 'The people of the network; a member\'s own people see that member\'s only.' })
  memberships(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<ListedMembership>> {
    return connect(page, byMembership, (after, limit) => tx.many(listAllMemberships, { afterId: after?.id ?? null, first: limit }));
  }

  @Allow('people.invite')
  @Mutation(() => InvitePayload, { description: 'Offers a membership to an e-mail address, for a week. Errors: AccessError.' })
  async invite(@By() caller: Caller, @Input() input: InviteInput) {
    return answered(await invite(this.database, caller, input, this.keys));
  }

  @Allow.anyone
  @Mutation(() => AcceptInvitationPayload, { description: 'Takes an invitation up, once; a new person is made where there was none. Log in afterwards. Errors: AccessError.' })
  async acceptInvitation(@From() visitor: Visitor, @Input() input: AcceptInvitationInput) {
    return did(await acceptInvitation(this.database, visitor, input, this.keys));
  }

  @Allow('people.invite')
  @Mutation(() => MembershipPayload, { description: 'Gives a membership other roles. Its sessions end, so that they hold from the next log-in. Errors: AccessError.' })
  async changeRoles(@By() caller: Caller, @Input() input: ChangeRolesInput) {
    return answered(await changeRoles(this.database, caller, input));
  }

  @Allow('people.deactivate')
  @Mutation(() => MembershipPayload, { description: 'Shuts a person out of the network at once. Errors: AccessError.' })
  async deactivateMembership(@By() caller: Caller, @Input() input: DeactivateMembershipInput) {
    return answered(await deactivateMembership(this.database, caller, input, this.keys));
  }
}
