import type { Day } from './day.js';

/** Who acts, for which network, with what sight and when. The door alone makes one; rooms only read it. */
export interface Caller {
  readonly networkId: string;
  /** Set for callers of a member (a shop, an outlet): what they read is limited to that member's rows. */
  readonly memberId: string | null;
  readonly personId: string | null;
  readonly apiKeyId: string | null;
  readonly membershipId: string | null;
  readonly sessionId: string | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** The business instant: the clock, plus the offset of a sandbox network. */
  readonly now: Date;
  /** The business day of `now` in the network's zone. */
  readonly today: Day;
  readonly zone: string;
  readonly currency: string;
  /** How many days back, and ahead, a business day may be given. */
  readonly backDays: number;
  readonly aheadDays: number;
  readonly locale: 'zh' | 'en';
  readonly requestId: string;
}
