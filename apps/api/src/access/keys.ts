import type { AccessKeys } from '@app/access';
import type { Secrets } from '@app/database';

/** The deployment's keys, by injection. */
export abstract class Keys implements AccessKeys {
  abstract readonly secrets: Secrets;
  abstract readonly tokens: AccessKeys['tokens'];
}
