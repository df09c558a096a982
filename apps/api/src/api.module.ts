import type { AccessKeys } from '@app/access';
import type { PersonalKeys } from '@app/members';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DoorModule, type DoorParts } from './door/door.module.js';
import { ConsumerKeys } from './members/consumer-keys.js';
import { Reach } from './notices/webhook-reach.js';
import { resolvers } from './resolvers.js';

/** The keys of the deployment that rooms work with. */
export interface ApiKeys extends AccessKeys {
  readonly personal: PersonalKeys;
}

/** All that the API offers. */
@Module({ providers: resolvers })
export class ApiModule {
  static of(parts: DoorParts, keys: ApiKeys, more: readonly Type[] = []): DynamicModule {
    const given = [
      { provide: ConsumerKeys, useValue: keys.personal ?? {} },
      { provide: Reach, useValue: { loopback: parts.settings.webhookLoopback } },
    ];
    return { module: ApiModule, imports: [DoorModule.of(parts), AccessModule.of(keys)], providers: [...given, ...more] };
  }
}
