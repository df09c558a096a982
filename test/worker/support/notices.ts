import { newId } from '@app/kernel';
import { issueNotice } from '@app/notices';
import type { World } from '../../support/world.js';

/** Issues a notice to a member: the simplest act that leaves an event with a reaction. */
export async function issue(world: World, memberId: string): Promise<string> {
  const notice = await world.database.write(world.person(), { action: 'test.issue' }, (tx) =>
    issueNotice(tx, { series: 'deduction', memberId, caseType: 'deduction', caseId: newId(), says: {} }));
  return notice.id;
}
