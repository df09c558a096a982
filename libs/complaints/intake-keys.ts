import type { Secrets } from '@app/database';
import type { PersonalKeys } from '@app/members';

/** What taking a complaint in needs of the deployment: what hashes a ticket's code, and what seals a consumer's data. */
export interface IntakeKeys {
  readonly secrets: Secrets;
  readonly personal: PersonalKeys;
}
