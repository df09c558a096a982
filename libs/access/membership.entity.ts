/** What binds a person to a network, and perhaps to one of its members, with roles. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly memberId: string | null;
  readonly roles: readonly string[];
  readonly state: 'active' | 'deactivated';
  readonly version: number;
  readonly recordedAt: Date;
}
