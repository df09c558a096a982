/**
 * The proofs: what each promises, the specs that keep it, their full length for the night, and the specs among them that
 * plant faults to see themselves fail; a proof without such a spec proves nothing, and fails `npm run controls`.
 * @type {readonly { id: string, promises: string, specs: readonly string[], night?: Readonly<Record<string, string | number>>, controls: readonly string[] }[]}
 */
export const proofs = [
  {
    id: 'P1', promises: 'kill -9 of database, backend, API and worker under 16 writers: nothing acknowledged lost or doubled, books right to the fen',
    specs: ['test/crash/kill.spec.ts', 'test/crash/cut.spec.ts', 'test/ledger/audit-books.spec.ts', 'test/support/fault-proxy.spec.ts'],
    night: { KILLS: 300 }, controls: ['test/crash/kill.spec.ts', 'test/ledger/audit-books.spec.ts'],
  },
  {
    id: 'P2', promises: 'one key, many times at once, on two processes: one effect and one answer',
    specs: ['test/database/once.spec.ts', 'test/api/two-processes.spec.ts'], controls: ['test/database/once.spec.ts'],
  },
  {
    id: 'P3', promises: '64 withdrawals of the whole balance at once: one wins, and no posting deadlocks',
    specs: ['test/ledger/one-wins.spec.ts', 'test/ledger/lock-order.spec.ts'], controls: ['test/ledger/one-wins.spec.ts', 'test/ledger/lock-order.spec.ts'],
  },
  {
    id: 'P4', promises: 'histories of ledger and funds go as pure models say; each command comes to each outcome',
    specs: ['test/ledger/model.spec.ts', 'test/funds/model.spec.ts'], night: { SEQUENCES: 10_000 }, controls: ['test/ledger/model.spec.ts', 'test/funds/model.spec.ts'],
  },
  {
    id: 'P5', promises: 'every network table is closed: row security forced, network first in keys, no grant too many',
    specs: ['test/database/catalogue.spec.ts'], controls: ['test/database/catalogue.spec.ts'],
  },
  {
    id: 'P6', promises: 'no operation tells a foreign id from a missing one',
    specs: ['test/security/foreign-ids.spec.ts'], night: { TEST_LENGTH: 'night' }, controls: ['test/security/foreign-ids.spec.ts'],
  },
  { id: 'P7', promises: 'raw SQL as the app role meets no foreign row', specs: ['test/security/raw-sql.spec.ts'], controls: ['test/security/raw-sql.spec.ts'] },
  {
    id: 'P8', promises: 'interleaved requests through a pool of two meet no row of another network',
    specs: ['test/database/leak.spec.ts'], night: { LEAK_REQUESTS: 100_000 }, controls: ['test/database/leak.spec.ts'],
  },
  {
    id: 'P9', promises: 'each role may what the table of permissions says, and nothing else',
    specs: ['test/security/roles.spec.ts'], night: { TEST_LENGTH: 'night' }, controls: ['test/security/roles.spec.ts'],
  },
  { id: 'P10', promises: 'the attack set of the door meets nothing open', specs: ['test/security/attacks.spec.ts'], controls: ['test/security/attacks.spec.ts'] },
  { id: 'P11', promises: 'no forged, stale or misplaced credential is taken', specs: ['test/security/tokens.spec.ts'], controls: ['test/security/tokens.spec.ts'] },
  {
    id: 'P12', promises: 'no event is lost, doubled or out of order while workers are killed',
    specs: ['test/worker/kill.spec.ts', 'test/worker/relay.spec.ts', 'test/worker/restart.spec.ts'], night: { KILL_MS: 300_000 }, controls: ['test/worker/relay.spec.ts'],
  },
  {
    id: 'P13', promises: 'parts sum to the whole, deadlines are monotone, same facts give the same decision', specs: ['libs/kernel', 'libs/funds', 'libs/guarantees'],
    controls: ['libs/kernel/allocate.spec.ts', 'libs/kernel/calendar.spec.ts', 'libs/guarantees/properties.spec.ts'],
  },
  {
    id: 'P15', promises: 'bad input is answered by a clear code, and nothing is written',
    specs: ['test/security/bad-input.spec.ts'], night: { TEST_LENGTH: 'night' }, controls: ['test/security/bad-input.spec.ts'],
  },
  {
    id: 'lists', promises: 'the statements of a request are as many for many rows as for few, in every list',
    specs: ['test/api/statements.spec.ts'], controls: ['test/api/statements.spec.ts'],
  },
  {
    id: 'canary', promises: 'a consumer\'s name, phone, address and e-mail stand in no answer, table, event, kept answer or log but sealed',
    specs: ['test/security/canary.spec.ts'], controls: ['test/security/canary.spec.ts'],
  },
  { id: 'house', promises: 'the house keeps its own rules', specs: ['test/architecture.spec.ts'], controls: ['test/architecture.spec.ts'] },
];
