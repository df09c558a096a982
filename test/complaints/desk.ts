import { recordComplaint, type RecordComplaint } from '@app/complaints';
import { day, type Caller } from '@app/kernel';
import { cny, type World } from '../support/world.js';

/** A whole complaint over leather shoes, sold on the first and back on the second of March. */
export const whole: Omit<RecordComplaint, 'memberId'> = {
  category: 'leather_shoes', price: cny(45_800n), soldOn: day('2026-03-01'), returnedOn: day('2026-03-02'), defect: 'broken_sole', demand: 'refund',
  hasVoucher: true, shopPresent: false, summary: 'The sole is broken.',
};

/** Takes a complaint in at the desk. */
export async function taken(world: World, memberId: string, more: Partial<RecordComplaint> = {}, caller: Caller = world.person()) {
  return (await recordComplaint(world.database, caller, { ...world.key(), ...whole, memberId, ...more }, world.intake)).result;
}

/** What the timeline of a complaint says, code by code. */
export async function codesOf(world: World, complaintId: string): Promise<string[]> {
  const rows = await world.test.asAdmin('SELECT code FROM complaint_event WHERE complaint_id = $1 ORDER BY id', [complaintId]);
  return rows.map((row) => row.code as string);
}
