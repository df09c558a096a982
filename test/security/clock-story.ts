import type { Answered, Mall } from '../support/mall.js';

/** Two of a complaint's clocks, of which one waits. */
export async function clockStory(mall: Mall, complaintId: string, mark: string): Promise<{ runningClockId: string; pausedClockId: string }> {
  const desk = await mall.as('COMPLAINT_DESK');
  const { clocks } = await desk.ask('query($id: ID!) { clocks(subjectId: $id) { edges { node { id code } } } }', { id: complaintId });
  const [runningClockId, pausedClockId] = ['settled', 'handled'].map((code) => clocks.edges.find(({ node }: Answered) => node.code === code)!.node.id as string);
  await desk.act('pauseClock', 'clock { state }', { clockId: pausedClockId, reason: 'CUSTOMER_OWES_INFORMATION', evidence: `${mark} note` });
  return { runningClockId: runningClockId!, pausedClockId: pausedClockId! };
}
