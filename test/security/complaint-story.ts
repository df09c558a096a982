import { cny, type Mall } from '../support/mall.js';

/** Complaints of a shop to which something happened. */
export interface EndedCases {
  /** Closed with a refusal, which may be contested; its call-back is due. */
  readonly closedComplaintId: string;
  readonly callBackId: string;
  /** Its first responsibility was confirmed and its responsibility determined; what the rules give was decided, nothing is chosen yet. */
  readonly determinedId: string;
  /** The same, and contested; a repair is under way. */
  readonly contestedId: string;
  readonly repairId: string;
}

interface Told {
  readonly memberId: string;
  readonly mark: string;
  readonly on: string;
  /** Takes a plain complaint in. */
  readonly take: () => Promise<string>;
}

export async function endedCases(mall: Mall, told: Told): Promise<EndedCases> {
  const { memberId, mark, take } = told;
  const [desk, supervision, shop] = [await mall.as('COMPLAINT_DESK'), await mall.as('SUPERVISION'), await mall.as('SHOP', memberId)];
  const [closed, determined, contested] = [await take(), await take(), await seam(mall, told)];
  const why = { reason: `${mark} reason` };
  await desk.act('recordContact', 'contact { id }', { complaintId: closed, party: 'SHOP', way: 'PHONE', direction: 'OUTGOING', said: `${mark} contact` });
  await desk.act('addStatement', 'statement { id }', { complaintId: closed, side: 'CONSUMER', says: `${mark} statement`, reference: `${mark} parcel` });
  await desk.act('decideRemedy', 'decision { covered }', { complaintId: closed, facts: { circumstances: [], exchanges: [] } });
  await desk.act('chooseRemedy', 'decision { chosenOn }', { complaintId: closed, remedy: 'REFUND' });
  await desk.act('closeComplaint', 'complaint { id }', { complaintId: closed, outcome: 'REJECTED', ...why });
  // Over counterfeits packs differ.
  await desk.act('supplyFacts', 'missing', { complaintId: determined, defect: 'COUNTERFEIT' });
  for (const complaintId of [determined, contested]) await desk.act('decideRemedy', 'decision { covered }', { complaintId, facts: { circumstances: [], exchanges: [], fraud: true } });
  await desk.act('chooseRemedy', 'decision { chosenOn }', { complaintId: contested, remedy: 'REPAIR' });
  await desk.act('recordConsultation', 'consultation { id }', { channel: 'PHONE', memberId, asked: `${mark} question`, answered: `${mark} answer` });
  await supervision.act('confirmFirstResponsibility', 'firstResponsibility { reason }', { complaintId: determined, applies: true, ...why });
  for (const complaintId of [determined, contested]) await supervision.act('determineResponsibility', 'responsibility { party }', { complaintId, party: 'SHOP', ...why });
  await shop.act('contestResponsibility', 'responsibility { party }', { complaintId: contested, ...why });
  const { repair } = await shop.act('handInRepair', 'repair { id }', { complaintId: contested });
  const { complaint: ended } = await desk.ask('query($id: ID!) { complaint(id: $id) { callBacks { id } } }', { id: closed });
  return { closedComplaintId: closed, callBackId: ended.callBacks[0]!.id as string, determinedId: determined, contestedId: contested, repairId: repair.id as string };
}

/** A seam, whose repair has a deadline, of a consumer who is known, by a voucher. */
async function seam(mall: Mall, { memberId, mark, on }: Told): Promise<string> {
  const desk = await mall.as('COMPLAINT_DESK');
  // Of a car the rules say for how long its records are kept.
  const facts = { memberId, price: cny('5.00'), soldOn: on, returnedOn: on, demand: 'REPAIR', shopPresent: true, hasVoucher: true, summary: `${mark} complaint` };
  const { complaint: car } = await desk.act('recordComplaint', 'complaint { id }', { ...facts, category: 'CAR', defect: 'PERFORMANCE_FAULT' });
  await desk.act('decideRemedy', 'decision { covered }', { complaintId: car.id });
  const { complaint: recorded } = await desk.act('recordComplaint', 'complaint { id }', {
    ...facts, category: 'LEATHER_SHOES', defect: 'OPEN_SEAM', voucher: `${mark} voucher`, consumer: { phone: '13600004711' },
  });
  return recorded.id;
}
