import { registerClockSubject } from '@app/clocks';
import { channelsKind, complaintClocks, complaintEntities, regimeKind } from '@app/complaints';
import { fundTerms } from '@app/funds';
import { memberEntities, registerTerms } from '@app/members';
import { goodsKind, registerPackKind } from '@app/policies';
import { recoveryEntities } from '@app/recovery';

/** The rows that rooms map through TypeORM. */
export const entities = [...memberEntities, ...complaintEntities, ...recoveryEntities];

/** What rooms register with the rooms below them, once at boot. */
export function openRooms(): void {
  registerTerms(fundTerms);
  registerPackKind(goodsKind);
  registerPackKind(regimeKind);
  registerPackKind(channelsKind);
  registerClockSubject(complaintClocks);
}
