import { dayOf, newId, type Caller } from '@app/kernel';
import type { Hands } from './hands.js';
import { readNetwork } from './network.sql.js';

/** The system itself as a caller in a network, at that network's own time; nobody's person and nobody's member. */
export async function systemCaller({ worklist, clock }: Pick<Hands, 'worklist' | 'clock'>, networkId: string): Promise<Caller> {
  const [network] = await worklist.many(readNetwork, { networkId });
  if (!network) throw new Error(`There is no network ${networkId}.`);
  const { sandboxSeconds, ...facts } = network;
  const now = new Date(clock().getTime() + Number(sandboxSeconds ?? 0n) * 1_000);
  return {
    ...facts, networkId, memberId: null, personId: null, apiKeyId: null, membershipId: null, sessionId: null,
    roles: ['system'], permissions: new Set(), now, today: dayOf(now, facts.zone), locale: 'zh', requestId: `worker-${newId()}`,
  };
}
