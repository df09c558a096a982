import {
  closeComplaint, determineResponsibility, findUnfounded, finishCallBack, handInRepair, mergeComplaint, readCallBacks, recordContact, recordProgress,
  reopenComplaint, returnRepair, withdrawComplaint, type Outcome, type ProgressStep, type RecordComplaint, type ResponsibleParty,
} from '@app/complaints';
import { dayOf, newId, type Caller } from '@app/kernel';
import { importSales } from '@app/members';
import { taken } from '../complaints/desk.js';
import type { World } from '../support/world.js';

/**
 * What happens to one complaint, each act so many minutes after its intake: a step, contact, repair (in and out at once), close
 * and how, withdraw, unfounded, reopen, blame and whom, call and what was said.
 */
type Acts = readonly (readonly [minute: number, act: string, how?: string, score?: number])[];
/** The shop, the local time of intake, what was wrong with which goods, what is asked for, and what happened. */
type Line = readonly [name: string, shop: 'A' | 'B', at: string, goods: string, demand: 'repair' | 'other', acts: Acts];

/**
 * Two months, to be read beside the expectations. Who asks for a repair starts the counter's clock of 10 minutes and
 * supervision's of 30; every complaint is to be settled by 15:30 (taken in before that), handled in 4 hours, settled in 48.
 */
export const lines: readonly Line[] = [
  ['L1', 'A', '02-02 10:00', 'leather_shoes broken_sole', 'other', [[30, 'handled'], [120, 'close', 'refunded'], [1600, 'call', 'content', 4]]],
  ['L2', 'A', '02-03 10:00', 'leather_shoes broken_sole', 'other', [[90, 'handled'], [500, 'close', 'refunded']]],
  ['L3', 'A', '02-04 10:00', 'leather_shoes heel_off', 'other', [[300, 'handled'], [600, 'close', 'repaired']]],
  ['L4', 'B', '02-05 10:00', 'jacket fading', 'other', [[10, 'withdraw']]],
  ['L5', 'B', '02-06 10:00', 'jacket fading', 'other', [[20, 'contact'], [60, 'close', 'agreed']]],
  ['L6', 'B', '02-28 23:00', 'jacket open_seam', 'other', [[30, 'close', 'agreed']]],
  ...[10, 20, 30, 40, 50, 60].map((n, i): Line =>
    [`L${7 + i}`, 'B', '02-10 10:00', 'jacket broken_zip', 'other', [[n, 'handled'], [100 + n, 'close', 'exchanged']]]),

  ['M1', 'A', '03-02 10:00', 'leather_shoes broken_sole', 'other', [[60, 'handled'], [100, 'repair'], [110, 'blame', 'maker'], [300, 'close', 'repaired'], [1600, 'call', 'content', 5]]],
  ['M2', 'A', '03-03 10:00', 'leather_shoes broken_sole', 'repair', [[10, 'counter_acted'], [20, 'supervision_answered'], [100, 'handled'], [400, 'close', 'refunded'], [1600, 'call', 'not_content', 2]]],
  ['M3', 'A', '03-03 10:00', 'leather_shoes heel_off', 'repair', [[15, 'counter_acted'], [30, 'supervision_answered'], [300, 'handled'], [3000, 'close', 'exchanged'], [4600, 'call', 'not_reached']]],
  ['M4', 'A', '03-05 10:00', '', 'other', [[45, 'contact']]],
  ['M5', 'B', '03-06 10:00', 'jacket open_seam', 'repair', [
    [5, 'counter_acted'], [25, 'supervision_answered'], [60, 'handled'], [70, 'repair'], [200, 'close', 'repaired'], [1000, 'reopen'], [1100, 'repair'], [1300, 'close', 'repaired'],
    [2800, 'call', 'content', 4]]],
  ['M6', 'B', '03-09 10:00', 'jacket open_seam', 'other', [[240, 'handled'], [250, 'repair'], [329, 'close', 'repaired'], [1800, 'call', 'content', 5]]],
  ['M7', 'B', '03-10 10:00', 'jacket fading', 'other', [[30, 'withdraw']]],
  ['M8', 'B', '03-11 10:00', 'jacket fading', 'other', [[60, 'unfounded']]],
  ['M9', 'A', '03-12 10:00', 'leather_shoes broken_sole', 'other', [[30, 'answered'], [100, 'close', 'agreed']]],
  ['M10', 'A', '03-12 10:00', 'leather_shoes broken_sole', 'other', [[20, 'merge', 'M9']]],
  ['M11', 'B', '03-20 10:00', 'jacket broken_zip', 'repair', [[2000, 'close', 'rejected']]],
  ['M12', 'B', '03-31 23:30', 'jacket broken_zip', 'other', [[10, 'close', 'agreed']]],
  // Half an hour into April, where it is still March in London.
  ['M13', 'B', '04-01 00:30', 'jacket broken_zip', 'other', []],
];

export interface TwoMonths {
  readonly shops: Readonly<Record<'A' | 'B' | 'C', string>>;
  readonly clerks: Readonly<Record<'A' | 'B', string>>;
  readonly ids: ReadonlyMap<string, string>;
}

/** Has all of it happen: forty sales of shop A, ten of B and five of C in March, and the complaints, in the order of their acts. */
export async function tellTwoMonths(world: World): Promise<TwoMonths> {
  const [a, b, c] = [await world.member(), await world.member(), await world.member()];
  const shops = { A: a.id, B: b.id, C: c.id };
  const clerks = { A: newId(), B: newId() };
  world.on('2026-03-02');
  for (const [shop, sold] of [['A', 40], ['B', 10], ['C', 5]] as const) await sell(world, shops[shop], shop, sold);
  const acts = lines.flatMap(([name, shop, at, goods, demand, what]) => [[0, 'intake'] as const, ...what].map(([minute, act, how, score]) => ({
    name, act, how, score, goods, demand, memberId: shops[shop], clerk: clerks[shop], at: new Date(Date.parse(`2026-${at.replace(' ', 'T')}:00+08:00`) + minute * 60_000),
  }))).sort((x, y) => x.at.getTime() - y.at.getTime());
  const ids = new Map<string, string>();
  for (const one of acts) await happen(world, ids, one);
  return { shops, clerks, ids };
}

/** Each at 458.00 on the first, the first two of a shop by salesperson 01, the others by 02. */
async function sell(world: World, memberId: string, shop: string, sold: number): Promise<void> {
  const rows = Array.from({ length: sold }, (_, i) => `${shop}-${i + 1},leather_shoes,Oxford 7,458.00,2026-03-01,${i < 2 ? '01' : '02'}`);
  const done = await importSales(world.database, world.person(), {
    ...world.key(), memberId, csv: ['voucher,category,model,price,date,salesperson', ...rows].join('\n'), skipBad: false,
  }, world.intake.personal);
  expect(done.result.imported).toBe(sold);
}

interface Happening {
  readonly name: string;
  readonly act: string;
  readonly how?: string | undefined;
  readonly score?: number | undefined;
  readonly goods: string;
  readonly demand: 'repair' | 'other';
  readonly memberId: string;
  readonly clerk: string;
  readonly at: Date;
}

async function happen(world: World, ids: Map<string, string>, { name, act, how, score, goods, demand, memberId, clerk, at }: Happening): Promise<void> {
  const { database } = world;
  const caller: Caller = world.person({ personId: clerk, roles: ['complaint_desk'], permissions: new Set(['complaint.judge']), now: at, today: dayOf(at, 'Asia/Shanghai') });
  const of = () => ({ ...world.key(), complaintId: ids.get(name)! });
  const reason = 'As told.';
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    intake: async () => ids.set(name, (await taken(world, memberId, factsOf(name, goods, demand, caller), caller)).complaint.id),
    contact: () => recordContact(database, caller, { ...of(), party: 'consumer', way: 'phone', direction: 'outgoing', said: reason, at: null }),
    repair: async () => {
      const { repair } = (await handInRepair(database, caller, { ...of(), receivedOn: null, fault: null, part: null })).result;
      await returnRepair(database, caller, { ...world.key(), repairId: repair.id, returnedOn: null, part: null, replaced: false, cause: null });
    },
    blame: () => determineResponsibility(database, caller, { ...of(), party: how as ResponsibleParty, reason }),
    close: () => closeComplaint(database, caller, { ...of(), reason, outcome: how as Outcome }),
    withdraw: () => withdrawComplaint(database, caller, { ...of(), reason }),
    unfounded: () => findUnfounded(database, caller, { ...of(), reason }),
    reopen: () => reopenComplaint(database, caller, { ...of(), reason }),
    merge: () => mergeComplaint(database, caller, { ...of(), intoId: ids.get(how!)!, reason }),
    call: async () => {
      const callBacks = await database.read(caller, (tx) => tx.many(readCallBacks, { complaintIds: [ids.get(name)!] }));
      const due = callBacks.find(({ state }) => state === 'due')!;
      await finishCallBack(database, caller, { ...world.key(), callBackId: due.id, result: how as 'content', satisfaction: score ?? null, note: null });
    },
  };
  await (acts[act] ?? (() => recordProgress(database, caller, { ...of(), step: act as ProgressStep, note: null })))();
}

/** M1 and M2 are over the first two sales of shop A; the second buyer is known. Of M4 nothing is known. */
function factsOf(name: string, goods: string, demand: 'repair' | 'other', { today }: Caller): Partial<RecordComplaint> {
  const [category = null, defect = null] = goods ? goods.split(' ') : [];
  const bought = name === 'M1' ? { voucher: 'A-1' } : name === 'M2' ? { voucher: 'A-2', consumer: { name: '张三', phone: '13800138000' } } : { soldOn: null };
  return { category, defect, demand, returnedOn: today, ...bought } as Partial<RecordComplaint>;
}
