import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertMessage, type Message } from './message.sql.js';

/** Puts on the log what a member is to be told; codes and ids only, so that the log keeps no personal data. */
export async function logMessage(tx: NetworkTx, message: Pick<Message, 'memberId' | 'code' | 'aboutId'>): Promise<void> {
  const id = newId();
  await tx.run(insertMessage, { id, ...message });
  tx.touch(id);
}
