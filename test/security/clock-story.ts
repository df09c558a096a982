import { startClocks, type ClockSpec } from '@app/clocks';
import { dayOf, parseId, showId, type Caller } from '@app/kernel';
import type { Mall } from '../support/mall.js';

const spec: ClockSpec = {
  code: 'settled', rule: 'CX-3', party: 'shop', unit: 'hours', amount: 48, warnMinutes: 60, stopEvent: 'settled', pauseReasons: ['customer_owes_information'],
  escalation: [{ to: 'shop', afterMinutes: 0 }],
};

/** Two clocks on a complaint, of which one waits; started as the room does it, since no operation of the API does that alone. */
export async function clockStory(mall: Mall, complaintId: string, memberId: string, mark: string): Promise<{ runningClockId: string; pausedClockId: string }> {
  const now = new Date();
  const uuid = (shown: string) => parseId(shown)!.id;
  const caller: Caller = {
    networkId: uuid(mall.networkId), memberId: null, personId: uuid(complaintId), apiKeyId: null, membershipId: null, sessionId: null, roles: [], permissions: new Set(),
    now, today: dayOf(now, 'Asia/Shanghai'), zone: 'Asia/Shanghai', currency: 'CNY', backDays: 31, aheadDays: 0, locale: 'en', requestId: 'clock-story',
  };
  const [running, paused] = await mall.api.test.database.write(caller, { action: 'test.start' }, (tx) => startClocks(tx, {
    subjectType: 'complaint', subjectId: uuid(complaintId), memberId: uuid(memberId), pack: `${mark} pack`, packVersion: '1',
    specs: [spec, { ...spec, code: 'handled', stopEvent: 'handled' }],
  }));
  const pausedClockId = showId('clock', paused!.id);
  await (await mall.as('COMPLAINT_DESK')).act('pauseClock', 'clock { state }', { clockId: pausedClockId, reason: 'CUSTOMER_OWES_INFORMATION', evidence: `${mark} note` });
  return { runningClockId: showId('clock', running!.id), pausedClockId };
}
