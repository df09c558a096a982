import type { Database, Worklist } from '@app/database';
import type { Logger } from 'pino';
import type { Outside } from './outside.js';
import type { Reactions } from './reactions.js';

/** What every piece of the worker works with. */
export interface Hands {
  /** As the app role: the work itself, one network at a time. */
  readonly database: Database;
  /** As the worker's role: what is due, across networks. */
  readonly worklist: Worklist;
  readonly clock: () => Date;
  readonly reactions: Reactions;
  /** How to reach mail servers, providers and other people's endpoints. */
  readonly outside: Outside;
  readonly log: Logger;
}
