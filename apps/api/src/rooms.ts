import { complaintEntities } from '@app/complaints';
import { fundTerms } from '@app/funds';
import { memberEntities, registerTerms } from '@app/members';
import { goodsKind, registerPackKind } from '@app/policies';
import { recoveryEntities } from '@app/recovery';
import { sanctionKind } from '@app/sanctions';

/** The rows that rooms map through TypeORM. */
export const entities = [...memberEntities, ...complaintEntities, ...recoveryEntities];

/** What rooms register with the rooms below them, once at boot. */
export function openRooms(): void {
  registerTerms(fundTerms);
  registerPackKind(goodsKind);
  registerPackKind(sanctionKind);
}
