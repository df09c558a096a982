export { statement, type Statement } from './statement.js';
export type { EventFacts, GlobalTx, MemberTx, NetworkTx, Tx } from './tx.js';
export { Database, type Act, type Done, type Once } from './database.js';
export type { Secrets } from './audit.js';
export { isUnavailable, Unavailable, violated } from './faults.js';
export { dataSource, type SourceOptions } from './source.js';
export { checkBoot } from './boot-checks.js';
export { migrate } from './migrate.js';
export { answers, connectionsOf } from './vitals.js';
