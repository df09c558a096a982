import { hostOf, isLoopbackAddress, isPublicAddress, type OutgoingWebhook, type WebhookReach } from '@app/notices';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { problemOf } from './problem.js';

/** What an endpoint answered; or, in a word, why it did not. */
export interface Posted {
  readonly status: number | null;
  readonly problem: string | null;
}

export interface PosterOptions extends WebhookReach {
  readonly timeoutMs?: number;
  /** All addresses that a name has now. */
  readonly resolve?: (host: string) => Promise<string[]>;
}

const addressesOf = async (host: string): Promise<string[]> => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Posts to other people's endpoints. The name is looked up once, each of its addresses judged, and the connection made to
 * just these, whatever the name leads to a moment later. No redirect is followed, no more of an answer read than a little.
 */
export function webhookPoster({ loopback, timeoutMs = 15_000, resolve = addressesOf }: PosterOptions) {
  return async ({ url, body, headers }: Pick<OutgoingWebhook, 'url' | 'body' | 'headers'>): Promise<Posted> => {
    const signal = AbortSignal.timeout(timeoutMs);
    let agent: Agent | undefined;
    try {
      const target = new URL(url);
      const host = hostOf(target);
      const addresses = isIP(host) ? [host] : await before(signal, resolve(host));
      if (!mayReach(target, addresses, loopback)) return { status: null, problem: 'address_not_public' };
      agent = new Agent({ connect: { lookup: pinnedTo(addresses), timeout: timeoutMs } });
      const answer = await request(target, { method: 'POST', body, headers, dispatcher: agent, signal });
      // The status is the answer; that what follows it breaks off changes nothing.
      await answer.body.dump({ limit: 16_384, signal }).catch(() => undefined);
      return { status: answer.statusCode, problem: null };
    } catch (error) {
      return { status: null, problem: signal.aborted ? 'timeout' : problemOf(error) };
    } finally {
      await agent?.destroy().catch(() => undefined);
    }
  };
}

function mayReach(target: URL, addresses: readonly string[], loopback: boolean): boolean {
  if (addresses.length === 0) return false;
  if (loopback && addresses.every(isLoopbackAddress)) return true;
  // Judged again: what was kept may come from a time when loopback was allowed.
  return target.protocol === 'https:' && addresses.every(isPublicAddress);
}

function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: asked }, done) => (asked ? done(null, all) : done(null, all[0]!.address, all[0]!.family));
}

/** A look-up cannot be called off, but it need not be waited for. */
function before<R>(signal: AbortSignal, work: Promise<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true });
    work.then(resolve, reject);
  });
}
