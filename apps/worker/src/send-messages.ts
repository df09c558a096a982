import { claimMessages, logSms, recordMessageSent, type OutgoingMessage } from '@app/notices';
import type { Caller } from '@app/kernel';
import type { Hands } from './hands.js';
import { refusedForGood } from './mail.js';
import { problemOf } from './problem.js';

/** Sends what a network has to say, until nothing more is due: claimed, sent outside of any transaction, recorded. */
export async function sendMessages(hands: Hands, caller: Caller, _networkId: string, ending: AbortSignal): Promise<void> {
  for (let more = true; more && !ending.aborted; ) {
    const claimed = await claimMessages(hands.database, caller, hands.clock());
    await Promise.all(claimed.outgoing.map((message) => sendOne(hands, caller, message)));
    more = claimed.more;
  }
}

async function sendOne(hands: Hands, caller: Caller, message: OutgoingMessage): Promise<void> {
  const { deliveryId, attempt } = message;
  const came = await carry(hands, caller, message).then(
    (via) => ({ via, problem: null, forGood: false }),
    (error: unknown) => ({ via: null, problem: wordOf(error), forGood: refusedForGood(error) }),
  );
  if (came.problem) hands.log.warn({ deliveryId, attempt, channel: message.channel, problem: came.problem }, 'message not sent');
  await recordMessageSent(hands.database, caller, { deliveryId, attempt, ...came, at: hands.clock() });
}

/** Answers what carried it. */
async function carry({ outside, database, log }: Hands, caller: Caller, message: OutgoingMessage): Promise<string> {
  const { deliveryId: key, to, title, text, channel, locale } = message;
  if (channel === 'email' && outside.mail) {
    await outside.mail.send({ to, title, text, key });
    return 'smtp';
  }
  if (channel === 'sms' && outside.sms) {
    await outside.sms.send({ to, text, key });
    return outside.sms.name;
  }
  if (channel === 'sms') await logSms(database, caller, { deliveryId: key, locale, text });
  log.info({ deliveryId: key, channel }, 'message logged, no way out is set up');
  return 'log';
}

function wordOf(error: unknown): string {
  const { responseCode } = (error ?? {}) as { responseCode?: number };
  return responseCode === undefined ? problemOf(error) : `smtp_${responseCode}`;
}
