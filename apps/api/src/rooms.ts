import { fundTerms } from '@app/funds';
import { memberEntities, registerTerms } from '@app/members';
import { recoveryEntities } from '@app/recovery';

/** The rows that rooms map through TypeORM. */
export const entities = [...memberEntities, ...recoveryEntities];

/** What rooms register with the rooms below them, once at boot. */
export function openRooms(): void {
  registerTerms(fundTerms);
}
