import { provisionNetwork, setSandboxClock } from '@app/access';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DoorContext } from '../door/context.js';
import type { Operation } from '../door/operation.js';
import { Allow, answered, By, From, Input, nodeOf, type Visitor } from '../door/index.js';
import { Keys } from './keys.js';
import { AdvanceClockInput, AdvanceClockPayload, Network, ProvisionNetworkInput, ProvisionNetworkPayload } from './network.graphql.js';

nodeOf('network', {
  type: () => Network, allow: 'network.read', load: async (_tx, id, { operation }) => (id === operation.caller.networkId ? networkOf(operation) : null),
});

/** The caller's own network, known since they were let in. */
function networkOf({ caller: { networkId, currency, zone, now, today }, networkName, inSandbox }: Operation): Network {
  return { id: networkId, name: networkName, currency, zone, sandbox: inSandbox, now, today };
}

@Resolver(() => Network)
export class NetworkResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  @Allow('network.read')
  @Query(() => Network, { description: 'The network that the caller acts in.' })
  network(@Context() { operation }: DoorContext): Network {
    return networkOf(operation);
  }

  @Allow.platform
  @Mutation(() => ProvisionNetworkPayload, { description: 'Makes a network and the invitation of its first administrator. Takes the platform\'s own key.' })
  async provisionNetwork(@From() visitor: Visitor, @Input() input: ProvisionNetworkInput) {
    return answered(await provisionNetwork(this.database, visitor, input, this.keys));
  }

  @Allow('network.set_clock')
  @Mutation(() => AdvanceClockPayload, { description: 'Sets the clock of a sandbox network forward, so that deadlines and month ends can be tried. Errors: NOT_A_SANDBOX.' })
  async advanceClock(@By() caller: Caller, @Input() input: AdvanceClockInput) {
    return answered(await setSandboxClock(this.database, caller, input));
  }
}
