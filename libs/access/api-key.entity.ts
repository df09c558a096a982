/** A credential of a program, with scopes of its own; its secret is kept nowhere. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The person, or the key, that made it. */
  readonly createdBy: string;
  readonly expiresAt: Date;
  /** Set once another key takes its place: until then both work. */
  readonly overlapEndsAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
}
