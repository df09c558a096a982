import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './clock-regime.js';

/** A question that was no complaint, and the advice that was given. */
@Entity('consultation')
export class Consultation {
  @PrimaryColumn('uuid') networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) memberId!: string | null;
  @Column('text') channel!: Channel;
  @Column('text') asked!: string;
  @Column('text') answered!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') byId!: string;
  @Column({ type: 'timestamptz', insert: false }) recordedAt!: Date;
}
