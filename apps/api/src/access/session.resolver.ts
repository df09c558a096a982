import { endSession, listLiveSessions, logIn, logOut, refreshSession, switchNetwork } from '@app/access';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, By, did, From, Input, Reading, type Visitor } from '../door/index.js';
import { Keys } from './keys.js';
import {
  EndSessionInput, EndSessionPayload, LogInInput, LogInPayload, RefreshSessionInput, RefreshSessionPayload, Session, SwitchNetworkInput,
} from './session.graphql.js';

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  @Allow.signedIn
  @Query(() => [Session], { description: 'The caller\'s own live sessions, in all their networks, the newest first.' })
  async sessions(@By() caller: Caller, @Reading() tx: MemberTx): Promise<Session[]> {
    const live = await tx.many(listLiveSessions, { personId: caller.personId! });
    return live.map((session) => ({ ...session, current: session.id === caller.sessionId }));
  }

  @Allow.anyone
  @Mutation(() => LogInPayload, { description: 'Opens a session for an e-mail address and a password. Errors: AccessError.' })
  async logIn(@From() visitor: Visitor, @Input() input: LogInInput) {
    return did(await logIn(this.database, visitor, input, this.keys));
  }

  @Allow.anyone
  @Mutation(() => RefreshSessionPayload, { description: 'Renews a session\'s tokens; a refresh token that is sent twice ends its session. Errors: AccessError.' })
  async refreshSession(@From() visitor: Visitor, @Input() input: RefreshSessionInput) {
    return did(await refreshSession(this.database, visitor, input, this.keys));
  }

  @Allow.signedIn
  @Mutation(() => LogInPayload, { description: 'Opens a session in another network of the same person; the one it comes from stays. Errors: NOT_FOUND.' })
  async switchNetwork(@By() caller: Caller, @Input() input: SwitchNetworkInput) {
    return did(await switchNetwork(this.database, caller, input, this.keys));
  }

  @Allow.signedIn
  @Mutation(() => EndSessionPayload, { description: 'Ends one of the caller\'s own sessions, in whichever network. Errors: NOT_FOUND.' })
  async endSession(@By() caller: Caller, @Input() input: EndSessionInput) {
    await endSession(this.database, caller, input);
    return did({ ended: true });
  }

  @Allow.signedIn
  @Mutation(() => EndSessionPayload, { description: 'Ends the session that the caller acts in.' })
  async logOut(@By() caller: Caller) {
    await logOut(this.database, caller);
    return did({ ended: true });
  }
}
