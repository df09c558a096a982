/** A log-in: a person in one network, with the roles held when it was opened. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly networkId: string;
  readonly membershipId: string;
  readonly memberId: string | null;
  readonly roles: readonly string[];
  readonly authenticatedAt: Date;
  readonly recordedAt: Date;
  readonly expiresAt: Date;
  /** How many refresh tokens it has had. */
  readonly generation: number;
}

/** Why a session is over. */
export type EndedReason = 'logged_out' | 'ended' | 'refresh_reused' | 'roles_changed' | 'deactivated';
