import type { AccessKeys } from '@app/access';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DoorModule, type DoorParts } from './door/door.module.js';
import { Reach } from './notices/webhook-reach.js';
import { resolvers } from './resolvers.js';

/** All that the API offers. */
@Module({ providers: resolvers })
export class ApiModule {
  static of(parts: DoorParts, keys: AccessKeys, more: readonly Type[] = []): DynamicModule {
    return { module: ApiModule, imports: [DoorModule.of(parts), AccessModule.of(keys)], providers: [{ provide: Reach, useValue: { loopback: parts.settings.webhookLoopback } }, ...more] };
  }
}
