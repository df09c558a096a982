import type { Category, Defect } from '@app/guarantees';
import type { Day } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A consumer's demand over goods that a shop sold, with the facts that the rules ask for. */
@Entity('complaint')
export class Complaint {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('text') category!: Category;
  @Column('bigint') priceMinor!: bigint;
  @Column('char') currency!: string;
  @Column('date') soldOn!: Day;
  @Column('date') returnedOn!: Day;
  @Column('text') defect!: Defect;
  @Column('boolean') hasVoucher!: boolean;
  @Column('boolean') shopPresent!: boolean;
  @Column('text') summary!: string;
  @Column('text') state!: 'open' | 'settled' | 'closed';
  @Column('text', { nullable: true }) closeReason!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column({ type: 'timestamptz', insert: false }) recordedAt!: Date;
}
