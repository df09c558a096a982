import type { NetworkTx } from '@app/database';
import { sendMessage } from './send-message.js';
import type { MessageCode, MessageParams } from './templates.js';

export interface MemberMessage<Code extends MessageCode> {
  readonly memberId: string;
  readonly code: Code;
  readonly aboutId: string;
  readonly params: MessageParams<Code>;
}

/** Tells a member's people something; codes, ids and figures only, so that the log keeps no personal data. */
export async function logMessage<Code extends MessageCode>(tx: NetworkTx, message: MemberMessage<Code>): Promise<void> {
  const { memberId, ...rest } = message;
  await sendMessage<Code>(tx, { to: { kind: 'member', ref: memberId }, ...rest });
}
