import type { Caller } from '@app/kernel';
import { Context, Query, Resolver } from '@nestjs/graphql';
import type { DoorContext } from '../door/context.js';
import { Allow, By } from '../door/index.js';
import { Network } from './network.graphql.js';

@Resolver(() => Network)
export class NetworkResolver {
  @Allow('network.read')
  @Query(() => Network, { description: 'The network that the caller acts in.' })
  network(@By() { networkId, currency, zone, now, today }: Caller, @Context() { operation }: DoorContext): Network {
    return { id: networkId, name: operation.networkName, currency, zone, sandbox: operation.inSandbox, now, today };
  }
}
