import type { Standing } from '@app/access';

/** What the door asks the access room about a credential; null says that it is not good, and nothing more. */
export abstract class Credentials {
  /** Checks signature, algorithm, times, issuer and kind of an access token, and answers what it claims. */
  abstract claimsOf(token: string): Promise<object>;
  /** Where the bearer of these claims stands now: the session may have ended since the token was made. */
  abstract standingOf(claims: object): Promise<Standing | null>;
  abstract standingOfKey(key: string): Promise<Standing | null>;
  abstract isPlatformKey(key: string): boolean;
}
