import { registerPackKind } from '@app/policies';
import { sanctionKind } from '@app/sanctions';

/** What rooms register with the rooms below them, once at boot: the worker decides by the same packs as the API. */
export function openRooms(): void {
  registerPackKind(sanctionKind);
}
