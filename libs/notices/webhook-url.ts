import { isLoopbackAddress, isPublicAddress } from './public-address.js';
import { refuse } from './refusals.js';

/** What a deployment lets webhooks do: to reach its own machine, without encryption, while somebody develops against it. */
export interface WebhookReach {
  readonly loopback: boolean;
}

/**
 * The URL as it is kept: https, without credentials or fragment, and no address that is not public. A name is looked up
 * only at each sending, and the address it has then is judged again.
 */
export function webhookUrl(text: string, reach: WebhookReach): string {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : null;
  if (!url) throw refuse('WEBHOOK_URL_UNFIT', { problem: 'not a URL' }, 'url');
  const own = isOwnMachine(url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && own && reach.loopback)) throw refuse('WEBHOOK_URL_UNFIT', { problem: 'not https' }, 'url');
  if (url.username || url.password || url.hash) throw refuse('WEBHOOK_URL_UNFIT', { problem: 'user or fragment' }, 'url');
  if (own ? !reach.loopback : !mayBePublic(url)) throw refuse('WEBHOOK_ADDRESS_NOT_PUBLIC', {}, 'url');
  return url.href;
}

/** The host without the brackets of an IPv6 address. URL has already brought 0x7f.1 and the like into the usual form. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const isOwnMachine = (url: URL): boolean => isLoopbackAddress(hostOf(url)) || /^(.+\.)?localhost\.?$/.test(url.hostname);

function mayBePublic(url: URL): boolean {
  const host = hostOf(url);
  if (/^[\d.]+$/.test(host) || host.includes(':')) return isPublicAddress(host);
  // One label is a name of a local network; these endings are nobody's in public.
  return /\.[^.]+\.?$/.test(host) && !/\.(local|internal|intranet|lan|home\.arpa|corp|home)\.?$/.test(host);
}
