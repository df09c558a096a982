import type { Database, Worklist } from '@app/database';
import type { Logger } from 'pino';
import type { Reactions } from './reactions.js';

/** What every piece of the worker works with. */
export interface Hands {
  /** As the app role: the work itself, one network at a time. */
  readonly database: Database;
  /** As the worker's role: what is due, across networks. */
  readonly worklist: Worklist;
  readonly clock: () => Date;
  readonly reactions: Reactions;
  readonly log: Logger;
}
