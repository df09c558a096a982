import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { resolvers } from './resolvers.js';
import { DoorModule, type DoorParts } from './door/door.module.js';

/** All that the API offers. */
@Module({ providers: resolvers })
export class ApiModule {
  static of(parts: DoorParts, more: readonly Type[] = []): DynamicModule {
    return { module: ApiModule, imports: [DoorModule.of(parts)], providers: [...more] };
  }
}
