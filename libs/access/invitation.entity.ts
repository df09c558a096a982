/** An offer of a membership to whoever holds its code and the e-mail's account. */
export interface Invitation {
  readonly id: string;
  readonly sealedEmail: Buffer;
  readonly memberId: string | null;
  readonly roles: readonly string[];
  readonly expiresAt: Date;
}
