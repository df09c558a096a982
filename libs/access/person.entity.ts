/** Somebody who logs in, known by an e-mail address across all networks. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly state: 'active' | 'deactivated';
}
