import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NetworkResolver } from './access/network.resolver.js';
import { DoorModule, type DoorParts } from './door/door.module.js';

/** All that the API offers. */
@Module({ providers: [NetworkResolver] })
export class ApiModule {
  static of(parts: DoorParts, more: readonly Type[] = []): DynamicModule {
    return { module: ApiModule, imports: [DoorModule.of(parts)], providers: [...more] };
  }
}
