import { Mall, type Answered } from '../support/mall.js';
import { clockStory } from '../security/clock-story.js';
import { complaint } from '../security/member-story.js';

describe('clocks on the API', () => {
  let mall: Mall;
  let shops: string[];
  let complaintId: string;
  let clocks: { runningClockId: string; pausedClockId: string };

  beforeAll(async () => {
    mall = await Mall.open();
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    shops = [];
    for (const code of ['A', 'B']) shops.push((await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: code, code })).member.id);
    complaintId = await complaint(mall, shops[0]!, 'mark', '5.00');
    clocks = await clockStory(mall, complaintId, 'mark');
  });
  afterAll(() => mall?.api.close());

  const ofSubject = `query($s: ID!) { clocks(subjectId: $s) { edges { node {
    id subjectId code party state dueAt elapsedSeconds remainingSeconds pausedSeconds cycles missing events { n what reason evidence }
  } } } }`;
  const nodes = (answer: Answered, field: string): Answered[] => answer[field]!.edges.map(({ node }: Answered) => node);

  it('shows a subject\'s clocks with what they read and what happened to them', async () => {
    const all = nodes(await (await mall.as('SUPERVISION')).ask(ofSubject, { s: complaintId }), 'clocks');
    const [running, paused] = ['settled', 'handled'].map((code) => all.find((clock) => clock.code === code));
    expect(running).toMatchObject({ id: clocks.runningClockId, subjectId: complaintId, code: 'settled', party: 'SHOP', state: 'RUNNING', cycles: 1, missing: null });
    expect(running!.remainingSeconds).toBeGreaterThan(47 * 3_600);
    expect(paused!.events).toEqual([
      { n: 1, what: 'STARTED', reason: null, evidence: null },
      { n: 2, what: 'PAUSED', reason: 'customer_owes_information', evidence: 'mark note' },
    ]);
  });

  it('shows a member its own clocks, and another none', async () => {
    const seen = async (shop: string) => nodes(await (await mall.as('SHOP', shop)).ask('{ dueClocks { edges { node { id } } } }'), 'dueClocks').map(({ id }) => id);
    expect(await seen(shops[0]!)).toEqual(expect.arrayContaining([clocks.runningClockId, clocks.pausedClockId]));
    expect(await seen(shops[1]!)).toEqual([]);
  });

  it('pages the open clocks by their deadline', async () => {
    const desk = await mall.as('COMPLAINT_DESK');
    const page = 'query($a: String, $b: DateTime) { dueClocks(first: 1, after: $a, before: $b) { edges { node { id } } pageInfo { endCursor hasNextPage } } }';
    const first = (await desk.ask(page)).dueClocks!;
    const second = (await desk.ask(page, { a: first.pageInfo!.endCursor })).dueClocks!;
    expect([first, second].map(({ pageInfo }) => pageInfo!.hasNextPage)).toEqual([true, true]);
    expect(new Set([first, second].map(({ edges }) => edges![0]!.node!.id)).size).toBe(2);
    expect((await desk.ask(page, { b: '2020-01-01T00:00:00Z' })).dueClocks!.edges).toEqual([]);
  });

  it('publishes a calendar, and shows which one is in force in a year', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const year = 'query($y: Int!) { calendar(year: $y) { edition makeUpDays shifts } }';
    expect((await admin.ask(year, { y: 2026 })).calendar).toMatchObject({ edition: null, makeUpDays: expect.arrayContaining(['2026-02-14', '2026-02-28']) as unknown });
    expect((await admin.ask(year, { y: 2033 })).calendar).toBeNull();
    const input = { year: 2033, source: 'Notice 1', holidays: ['2033-01-03'], makeUpDays: ['2033-01-08'], shifts: ['09:00-21:00'] };
    expect(await admin.act('publishCalendar', 'calendar { edition publishedOn } computed', input)).toMatchObject({ calendar: { edition: 1 }, computed: 0 });
    expect((await admin.ask(year, { y: 2033 })).calendar).toEqual({ edition: 1, makeUpDays: ['2033-01-08'], shifts: ['09:00-21:00'] });
    expect(await admin.refusal('publishCalendar', { ...input, makeUpDays: ['2033-01-04'] })).toBe('MAKE_UP_ON_WEEKDAY');
  });

  it('CX-8 keeps a clock by hand: paused, going on, and extended before it passes, not after', async () => {
    const desk = await mall.as('COMPLAINT_DESK');
    const told = { ground: 'CANNOT_BE_KEPT', reason: 'Parts.', evidence: 'call 3' };
    expect((await desk.act('resumeClock', 'clock { state }', { clockId: clocks.pausedClockId })).clock).toEqual({ state: 'RUNNING' });
    const newDueAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
    expect((await desk.act('extendClock', 'clock { dueAt }', { clockId: clocks.pausedClockId, newDueAt, ...told })).clock).toEqual({ dueAt: newDueAt });
    await mall.advance(5);
    expect(await desk.refusal('extendClock', { clockId: clocks.runningClockId, newDueAt, ...told })).toBe('EXTENDED_TOO_LATE');
  });
});
