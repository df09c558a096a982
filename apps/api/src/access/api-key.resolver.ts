import { createApiKey, listAllApiKeys, revokeApiKey, rotateApiKey, type ListedApiKey } from '@app/access';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, Input, Reading } from '../door/index.js';
import {
  ApiKey, CreateApiKeyInput, CreateApiKeyPayload, RevokeApiKeyInput, RevokeApiKeyPayload, RotateApiKeyInput, RotateApiKeyPayload,
} from './api-key.graphql.js';
import { Keys } from './keys.js';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  @Allow('api_key.manage')
  @Query(() => [ApiKey], { description: 'The network\'s API keys, those no longer good among them, the newest first.' })
  apiKeys(@Reading() tx: MemberTx): Promise<ListedApiKey[]> {
    return tx.many(listAllApiKeys, {});
  }

  @Allow('api_key.manage')
  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key for a program, with some of the caller\'s own permissions. Errors: AccessError.' })
  async createApiKey(@By() caller: Caller, @Input() input: CreateApiKeyInput) {
    return answered(await createApiKey(this.database, caller, input, this.keys));
  }

  @Allow('api_key.manage')
  @Mutation(() => RotateApiKeyPayload, { description: 'Puts a new key in another\'s place; the old one works on until the overlap ends. Errors: AccessError.' })
  async rotateApiKey(@By() caller: Caller, @Input() input: RotateApiKeyInput) {
    return answered(await rotateApiKey(this.database, caller, input, this.keys));
  }

  @Allow('api_key.manage')
  @Mutation(() => RevokeApiKeyPayload, { description: 'Ends a key at once. Errors: AccessError.' })
  async revokeApiKey(@By() caller: Caller, @Input() input: RevokeApiKeyInput) {
    return answered(await revokeApiKey(this.database, caller, input));
  }
}
