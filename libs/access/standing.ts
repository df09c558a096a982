/** What the door learns about a credential that is good: who, for which network, with which roles, and its clock. */
export interface Standing {
  readonly networkId: string;
  readonly networkName: string;
  readonly currency: string;
  readonly zone: string;
  /** Seconds that a sandbox network's clock runs ahead; null on a network that runs on the clock. */
  readonly sandboxSeconds: bigint | null;
  readonly backDays: number;
  readonly aheadDays: number;
  readonly personId: string | null;
  readonly apiKeyId: string | null;
  readonly membershipId: string | null;
  readonly sessionId: string | null;
  readonly memberId: string | null;
  readonly roles: readonly string[];
  /** For API keys: the scopes; for people: what their roles grant. */
  readonly permissions: readonly string[];
}
