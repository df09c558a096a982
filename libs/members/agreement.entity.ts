import type { Day } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Dated terms between the operator and a member; the sections of its terms stand in the rooms that own them. */
@Entity('agreement')
export class Agreement {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('text') number!: string;
  @Column('date') startsOn!: Day;
  @Column('date', { nullable: true }) endsOn!: Day | null;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('boolean') seriousBreach!: boolean;
  @Column('integer') version!: number;
  @Column({ type: 'timestamptz', insert: false }) recordedAt!: Date;
}
