import { dayOf, type Caller } from '@app/kernel';
import { permissionsOf } from './permissions.js';

/** Someone at the door who has not proven anything yet. */
export type Visitor = Pick<Caller, 'locale' | 'requestId'>;

/** What a caller takes from the network it acts in. */
export interface NetworkFacts {
  readonly networkId: string;
  readonly networkName: string;
  readonly currency: string;
  readonly zone: string;
  readonly sandboxSeconds: bigint | null;
  readonly backDays: number;
  readonly aheadDays: number;
}

interface Who {
  readonly personId?: string | null;
  readonly apiKeyId?: string | null;
  readonly membershipId?: string | null;
  readonly memberId?: string | null;
  readonly sessionId?: string | null;
  readonly roles?: readonly string[];
}

/** The caller for what this room does before the door can make one: opening a session, taking up an invitation. */
export function actingIn(network: NetworkFacts, visitor: Visitor, who: Who = {}): Caller {
  const now = new Date(Date.now() + Number(network.sandboxSeconds ?? 0n) * 1000);
  const roles = who.roles ?? [];
  return {
    networkId: network.networkId, currency: network.currency, zone: network.zone,
    backDays: network.backDays, aheadDays: network.aheadDays,
    memberId: who.memberId ?? null, personId: who.personId ?? null, apiKeyId: who.apiKeyId ?? null,
    membershipId: who.membershipId ?? null, sessionId: who.sessionId ?? null,
    roles, permissions: permissionsOf(roles), now, today: dayOf(now, network.zone),
    locale: visitor.locale, requestId: visitor.requestId,
  };
}
