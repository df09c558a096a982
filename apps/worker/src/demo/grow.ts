import { isRole, listMemberships, type RoleName } from '@app/access';
import type { IntakeKeys } from '@app/complaints';
import type { Database, Worklist } from '@app/database';
import { addDays, daysBetween, type Caller, type Day } from '@app/kernel';
import { listAgreements, listMembers, type Member } from '@app/members';
import { systemCaller } from '../system-caller.js';
import { tellPast } from '../tell-past.js';
import { daysTold } from './half-year.js';
import { signedBefore } from './mall-stories.js';
import { plan } from './plan.js';
import { play } from './play.js';
import { newcomer, shops } from './shops.js';

export interface Growth {
  readonly database: Database;
  readonly worklist: Worklist;
  readonly keys: IntakeKeys;
  readonly clock: () => Date;
  readonly complaints?: number;
}

/** What became of it: there already, grown now, broken off, too old to go on with, or somebody else's work. */
export type Grown = 'stood' | 'grown' | 'broken off' | 'left' | 'elsewhere';

/** Less than request keys are kept: after that nobody could tell what was played. */
const resumedWithinDays = 25;

/** Lets a network have the half year before its first day; one that broke off goes on where it was. */
export async function grow({ database, worklist, keys, clock, complaints }: Growth, networkId: string, ending: AbortSignal): Promise<{ grown: Grown; refused: string[] }> {
  const told = await tellPast(worklist, networkId, ending, async (over): Promise<{ grown: Grown; refused: string[] }> => {
    const system = await systemCaller({ worklist, clock }, networkId);
    const members = await allShops(database, system);
    if (members.some(({ code }) => code === newcomer.code)) return { grown: 'stood', refused: [] };
    const today = (await begunOn(database, system, members)) ?? system.today;
    if (daysBetween(today, system.today) > resumedWithinDays) return { grown: 'left', refused: [] };
    const refused = await play({ database, keys, system, people: await peopleOf(database, system) }, plan({ today, complaints }), over);
    return { grown: over.aborted ? 'broken off' : 'grown', refused };
  });
  return told ?? { grown: 'elsewhere', refused: [] };
}

async function allShops(database: Database, system: Caller): Promise<Member[]> {
  return database.read(system, (tx) => tx.many(listMembers, { kind: 'shop', after: null, count: 1_000 }));
}

/** The day before which the half year lies, where it has begun: as its first shops signed. */
async function begunOn(database: Database, system: Caller, members: readonly Member[]): Promise<Day | null> {
  const memberIds = members.filter(({ code }) => shops.some((shop) => shop.code === code)).map(({ id }) => id);
  const signed = (await database.read(system, (tx) => tx.many(listAgreements, { memberIds }))).map(({ startsOn }) => startsOn).sort();
  return signed[0] ? addDays(signed[0], signedBefore + daysTold) : null;
}

/** The first of the operator's people in each role. */
async function peopleOf(database: Database, system: Caller): Promise<Partial<Record<RoleName, string>>> {
  const people: Partial<Record<RoleName, string>> = {};
  for (const { personId, memberId, roles, state } of await listMemberships(database, system, { afterId: null, first: 1_000 })) {
    if (memberId === null && state === 'active') for (const role of roles.filter(isRole)) people[role] ??= personId;
  }
  return people;
}
