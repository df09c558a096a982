import type { Database } from '@app/database';
import { seal, unseal } from '@app/kernel';
import { randomBytes } from 'node:crypto';
import type { SealedSecrets } from './webhook.sql.js';

interface Place {
  readonly networkId: string;
  readonly webhookId: string;
}

/** A new secret as Standard Webhooks writes them: `whsec_` and 32 bytes in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** A secret as it stands in the database, where it opens neither to who reads it there nor in another row. */
export function sealSecret(database: Database, place: Place, secret: string): Buffer {
  return seal(keyOf(database), placeOf(place), secret);
}

/** The secrets that are good at this instant: the last one, and the one before until its overlap ends. */
export function openSecrets(database: Database, place: Place, sealed: SealedSecrets, at: Date): string[] {
  const { secret, previousSecret, previousUntil } = sealed;
  const good = previousSecret && previousUntil && previousUntil > at ? [secret, previousSecret] : [secret];
  return good.map((one) => unseal(keyOf(database), placeOf(place), one));
}

const keyOf = (database: Database): Buffer => database.keyFor('webhook secrets');
const placeOf = ({ networkId, webhookId }: Place): string[] => ['webhook', networkId, webhookId];
