import { refuseAccess, type AccessKeys } from '@app/access';
import { Module, type DynamicModule } from '@nestjs/common';
import { roomErrors } from '../door/index.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { Keys } from './keys.js';
import { NetworkResolver } from './network.resolver.js';
import { PeopleResolver } from './people.resolver.js';
import { SessionResolver } from './session.resolver.js';

roomErrors(refuseAccess);

@Module({ providers: [NetworkResolver, PeopleResolver, SessionResolver, ApiKeyResolver] })
export class AccessModule {
  static of(keys: AccessKeys): DynamicModule {
    return { module: AccessModule, providers: [{ provide: Keys, useValue: keys }], exports: [Keys] };
  }
}
