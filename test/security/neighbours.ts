import { roles, type Permission } from '@app/access';
import { newId, parseId, showId } from '@app/kernel';
import { testApi, type TestApi } from '../api/support/door.js';
import { upload } from '../support/upload.js';
import { Mall, type Answered, type Speaker } from '../support/mall.js';
import { dayFrom, formerMember, memberStory, todayOf, type MemberStory } from './member-story.js';
import { awardable } from './sanction-story.js';
import { packStory, type PackStory } from './pack-story.js';
import { webhookStory, type WebhookStory } from './webhook-story.js';
import type { Type } from '@nestjs/common';

export const password = 'a long enough one';

/** Somebody who calls: a person of a role, or an API key. */
export interface Person {
  readonly name: string;
  readonly token: string;
  readonly email: string;
  readonly permissions: ReadonlySet<string>;
  readonly isKey: boolean;
  readonly memberId: string | null;
  /** Another live session of theirs. */
  readonly spareSessionId: string | null;
  readonly membershipId: string | null;
  /** A file that they uploaded and that is not attached, where they may. */
  readonly uploadId: string | null;
  /** What they were told by name. */
  readonly messageId: string | null;
}

/** One network with at least one row of every kind that has an id on the API, and a person of every role. */
export interface NetworkStory {
  readonly mark: string;
  readonly networkId: string;
  readonly mall: Mall;
  readonly today: string;
  readonly shop: MemberStory;
  readonly otherShop: MemberStory;
  readonly outlet: MemberStory;
  /** Funds of members that left: one to return, one to keep. */
  readonly returnable: string;
  readonly keepable: string;
  readonly awardable: { readonly memberId: string; readonly year: number };
  readonly packs: PackStory;
  readonly apiKeyIds: readonly [string, string];
  readonly webhooks: WebhookStory;
  readonly people: ReadonlyMap<string, Person>;
}

export interface Neighbours {
  readonly api: TestApi;
  readonly own: NetworkStory;
  readonly foreign: NetworkStory;
}

// What these suites ask for is deeper and wider than any client's: everything at once.
const wide = { LIMIT_DEPTH: '40', LIMIT_FIELDS: '100000', LIMIT_COST: '100000000', LIMIT_TOKENS: '100000', LIMIT_ALIASES: '100000', LIMIT_ROOT_FIELDS: '1000' };

const everyRole = Object.entries(roles).filter(([, { of }]) => of !== 'nobody').map(([name]) => name.toUpperCase());

/** Two networks side by side on one API: of the first a person of every role, of the other whom it takes to fill it. */
export async function neighbours(resolvers: readonly Type[] = []): Promise<Neighbours> {
  const api = await wideApi(resolvers);
  const [own, foreign] = await Promise.all([networkStory(api, 'Ostmark', everyRole), networkStory(api, 'Westland', ['OPERATOR_ADMINISTRATOR', 'SHOP'])]);
  return { api, own, foreign };
}

export const wideApi = (resolvers: readonly Type[] = []): Promise<TestApi> => testApi({ issued: true, poolSize: 8, env: wide, resolvers });

export async function networkStory(api: TestApi, mark: string, roleNames: readonly string[] = everyRole): Promise<NetworkStory> {
  const mall = await Mall.on(api, `${mark} Plaza`);
  await Promise.all(['FINANCE', 'COMPLAINT_DESK', 'AFTER_SALES_MANAGER', 'SUPERVISION', 'SALES_FLOOR', 'FLOOR'].map((role) => mall.as(role)));
  const shop = await memberStory(mall, 'SHOP', `${mark} shop`);
  const otherShop = await memberStory(mall, 'SHOP', `${mark} rival`);
  const outlet = await memberStory(mall, 'OUTLET', `${mark} outlet`);
  const returnable = await formerMember(mall, `${mark} left`, false);
  const keepable = await formerMember(mall, `${mark} breach`, true);
  const packs = await packStory(mall, mark);
  const today = await todayOf(mall);
  const earned = await awardable(mall, `${mark} praised`, today);
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const key = async (name: string) => (await admin.act('createApiKey', 'apiKeyId', {
    name: `${mark} ${name}`, scopes: ['NETWORK_READ'], expiresAt: `${dayFrom(today, 30)}T00:00:00Z`,
  })).apiKeyId as string;
  const apiKeyIds = [await key('till'), await key('counter')] as const;
  await admin.act('publishCalendar', 'calendar { id }', { year: 2031, source: `${mark} notice`, holidays: ['2031-01-01'], makeUpDays: [], shifts: ['09:00-21:00'] });
  // Offered and never taken up, so that there is an open invitation too.
  await admin.act('invite', 'code', { email: `${mark.toLowerCase()}-guest@mall.example`, roles: ['FLOOR'] });
  const webhooks = await webhookStory(admin, mark);
  return {
    mark, networkId: mall.networkId, mall, today, packs, webhooks, awardable: earned, shop, otherShop, outlet, apiKeyIds, returnable: returnable.fundId, keepable: keepable.fundId,
    people: await peopleOf(mall, roleNames, { SHOP: shop.memberId, OUTLET: outlet.memberId, rival: otherShop.memberId }),
  };
}

/** A person of each role, one of another shop, a colleague, and an API key that may whatever any of them may. */
async function peopleOf(
  mall: Mall, roleNames: readonly string[], members: { readonly SHOP: string; readonly OUTLET: string; readonly rival: string },
): Promise<Map<string, Person>> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SUPPLIER', name: `Maker ${mall.networkId.slice(-6)}`, code: 'maker' });
  const memberOf = (role: string) => ({ SHOP: members.SHOP, OUTLET: members.OUTLET, SUPPLIER: member.id as string })[role] ?? null;
  const people = new Map<string, Person>();
  const come = async (name: string) => people.set(name, await known(mall, name, await mall.as(name, memberOf(name)), memberOf(name)));
  await Promise.all(roleNames.map(come));
  people.set('rival', await known(mall, 'rival', await mall.another('SHOP', members.rival), members.rival));
  people.set('colleague', await known(mall, 'colleague', await mall.another('FLOOR'), null));
  people.set('API_KEY', await keyPerson(mall, people));
  for (const [name, person] of people) {
    if (person.permissions.has('file.upload')) people.set(name, { ...person, uploadId: await upload(mall, person, `${name}.png`) });
  }
  return people;
}

async function known(mall: Mall, name: string, speaker: Speaker, memberId: string | null): Promise<Person> {
  const { me } = await speaker.ask('{ me { personId email membershipId permissions } }');
  const { switchNetwork } = await speaker.ask('mutation($n: ID!) { switchNetwork(input: {networkId: $n}) { sessionId } }', { n: mall.networkId });
  return {
    name, token: speaker.token, email: me.email, memberId, isKey: false, spareSessionId: switchNetwork.sessionId, membershipId: me.membershipId, uploadId: null,
    permissions: new Set(me.permissions.map((one: Answered) => spoken(one))),
    messageId: await told(mall, me.personId, memberId),
  };
}

/** Tells a person something by name, and their member, as the worker would. */
async function told(mall: Mall, personId: string, memberId: string | null): Promise<string> {
  const [id, idOf] = [newId(), (shown: string) => parseId(shown)!.id];
  if (memberId) await mall.api.test.asAdmin(
    `INSERT INTO message_log (network_id, id, recipient_kind, recipient_ref, member_id, code, told_at) VALUES ($1, $2, 'member', $3::uuid::text, $3, 'notice_issued', now())`,
    [idOf(mall.networkId), newId(), idOf(memberId)]);
  await mall.api.test.asAdmin(
    `INSERT INTO message_log (network_id, id, recipient_kind, recipient_ref, member_id, code, told_at) VALUES ($1, $2, 'person', $3, $4, 'complaint_received', now())`,
    [idOf(mall.networkId), id, idOf(personId), memberId && idOf(memberId)]);
  return showId('message', id);
}

/** FUND_READ of the API is fund.read of the rulebook; API_KEY_MANAGE is api_key.manage. */
export const spoken = (permission: string): string => {
  const words = permission.toLowerCase().split('_');
  const nouns = words[0] === 'api' ? 2 : 1;
  return `${words.slice(0, nouns).join('_')}.${words.slice(nouns).join('_')}`;
};

/** Nobody holds every permission, so the scopes are written in, as none of the API's own ways would. */
async function keyPerson(mall: Mall, people: ReadonlyMap<string, Person>): Promise<Person> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const { secret, apiKeyId } = await admin.act('createApiKey', 'secret apiKeyId', {
    name: `key of ${mall.networkId}`, scopes: ['NETWORK_READ'], expiresAt: `${dayFrom(await todayOf(mall), 30)}T00:00:00Z`,
  });
  const scopes = [...new Set([...people.values()].flatMap(({ permissions }) => [...permissions]))] as Permission[];
  await rescope(mall.api, `key of ${mall.networkId}`, scopes);
  return {
    name: 'API_KEY', token: secret, email: apiKeyId, permissions: new Set(scopes), isKey: true, memberId: null, spareSessionId: null, membershipId: null,
    uploadId: null, messageId: null,
  };
}

/** Gives the key of that name other scopes, in the database. */
export async function rescope(api: TestApi, name: string, scopes: readonly string[]): Promise<void> {
  await api.test.asAdmin('UPDATE api_key SET scopes = $1 WHERE name = $2', [scopes, name]);
}
