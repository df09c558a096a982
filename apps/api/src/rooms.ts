import { addressOfPerson, reachablePeople } from '@app/access';
import { targetKind } from '@app/analysis';
import { registerClockSubject } from '@app/clocks';
import { channelsKind, complaintClocks, complaintEntities, complaintFiles, regimeKind } from '@app/complaints';
import { registerFileOwner } from '@app/files';
import { fundTerms } from '@app/funds';
import { guaranteeKind } from '@app/guarantees';
import { memberEntities, registerTerms } from '@app/members';
import { registerAudience, registerRecipient } from '@app/notices';
import { goodsKind, registerPackKind } from '@app/policies';
import { recoveryEntities } from '@app/recovery';
import { sanctionKind } from '@app/sanctions';

/** The rows that rooms map through TypeORM. */
export const entities = [...memberEntities, ...complaintEntities, ...recoveryEntities];

/** What rooms register with the rooms below them, once at boot. */
export function openRooms(): void {
  registerTerms(fundTerms);
  registerPackKind(goodsKind);
  registerPackKind(guaranteeKind);
  registerPackKind(regimeKind);
  registerPackKind(channelsKind);
  registerPackKind(targetKind);
  registerClockSubject(complaintClocks);
  registerFileOwner(complaintFiles);
  for (const [kind, people] of Object.entries(reachablePeople)) registerAudience(kind, people);
  registerRecipient('person', addressOfPerson);
  registerPackKind(sanctionKind);
}
