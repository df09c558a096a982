import type { Day } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A penalty to be taken from a member: proposed by one, decided by another, served as a notice. */
@Entity('deduction')
export class Deduction {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('bigint') amountMinor!: bigint;
  @Column('char') currency!: string;
  @Column('text') reason!: string;
  /** The clause of the agreement that permits it. */
  @Column('text') clause!: string;
  @Column('text') state!: 'proposed' | 'taken' | 'refused';
  @Column('uuid') proposedBy!: string;
  @Column('date') proposedOn!: Day;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('date', { nullable: true }) decidedOn!: Day | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('integer') version!: number;
  @Column({ type: 'timestamptz', insert: false }) recordedAt!: Date;
}
