import { Column, Entity, PrimaryColumn } from 'typeorm';

export const memberKinds = ['shop', 'outlet', 'supplier', 'certification_body'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** A party inside a network: a shop, an outlet, a supplier or a certification body. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: MemberKind;
  @Column('text') name!: string;
  @Column('text') code!: string;
  @Column({ type: 'timestamptz', insert: false }) recordedAt!: Date;
}
