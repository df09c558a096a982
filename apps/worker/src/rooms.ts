import { addressOfPerson, reachablePeople } from '@app/access';
import { registerClockSubject } from '@app/clocks';
import { complaintClocks } from '@app/complaints';
import { addressOfConsumer, type PersonalKeys } from '@app/members';
import { registerAudience, registerRecipient } from '@app/notices';
import { registerPackKind } from '@app/policies';
import { sanctionKind } from '@app/sanctions';

/** What rooms register with the rooms below them, once at boot, of what the worker's acts need. */
export function openRooms(personal: PersonalKeys): void {
  registerPackKind(sanctionKind);
  registerClockSubject(complaintClocks);
  for (const [kind, people] of Object.entries(reachablePeople)) registerAudience(kind, people);
  registerRecipient('person', addressOfPerson);
  registerRecipient('consumer', (tx, ref) => addressOfConsumer(tx, personal, ref));
}
