import { shownOnce, type Database, type Done, type KeyOnly } from '@app/database';
import type { Caller } from '@app/kernel';
import { lockStanding } from './update-webhook.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';
import { rotateSecretRow, type Webhook } from './webhook.sql.js';

export interface RotateWebhookSecret extends KeyOnly {
  readonly webhookId: string;
  /** How long the old secret signs beside the new one, in whole hours up to a week. */
  readonly overlapHours: number;
}

/** Gives an endpoint a new secret, shown once; until the overlap ends everything is signed with both. */
export async function rotateWebhookSecret(
  database: Database, caller: Caller, input: RotateWebhookSecret,
): Promise<Done<{ webhook: Webhook; secret: string | null }>> {
  const secret = newWebhookSecret();
  const done = await database.writeOnce(caller, 'webhook.rotate_secret', input, async (tx, request) => {
    const standing = await lockStanding(tx, request.webhookId);
    const webhook = await tx.one(rotateSecretRow, {
      id: standing.id, previous: standing.secret, overlapHours: request.overlapHours,
      secret: sealSecret(database, { networkId: caller.networkId, webhookId: standing.id }, secret),
    });
    tx.touch(standing.id);
    tx.emit({ type: 'webhook.secret_rotated', aggregateId: standing.id });
    return { webhook };
  });
  return shownOnce(done, 'secret', secret);
}
