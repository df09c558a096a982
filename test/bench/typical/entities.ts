import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('member')
export class Member {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text') name!: string;
  @Column('text') code!: string;
}

@Entity('agreement')
export class Agreement {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null;
}

@Entity('fund_terms')
export class FundTerms {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId!: string;
  @PrimaryColumn('text') kind!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('bigint', { name: 'required_minor' }) requiredMinor!: string;

  @ManyToOne(() => Agreement)
  @JoinColumn([{ name: 'network_id', referencedColumnName: 'networkId' }, { name: 'agreement_id', referencedColumnName: 'id' }])
  agreement!: Agreement;
}

@Entity('account_balance')
export class AccountBalance {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @Column('bigint', { name: 'posted_debit_minor' }) postedDebitMinor!: string;
  @Column('bigint', { name: 'posted_credit_minor' }) postedCreditMinor!: string;
  @Column('bigint', { name: 'pending_debit_minor' }) pendingDebitMinor!: string;
}

@Entity('fund')
export class Fund {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') kind!: string;
  @Column('text') currency!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;

  @ManyToOne(() => Member)
  @JoinColumn([{ name: 'network_id', referencedColumnName: 'networkId' }, { name: 'member_id', referencedColumnName: 'id' }])
  member!: Member;
}

@Entity('fund_call')
export class FundCall {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'fund_id' }) fundId!: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor!: string;
  @Column('bigint', { name: 'met_minor' }) metMinor!: string;
}

@Entity('account_line')
export class AccountLine {
  @PrimaryColumn('uuid', { name: 'network_id' }) networkId!: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('bigint') line!: string;
  @Column('text') what!: string;
  @Column('text') code!: string;
  @Column('bigint', { name: 'posted_minor' }) postedMinor!: string;
  @Column('bigint', { name: 'posted_after_minor' }) postedAfterMinor!: string;
  @Column('date', { name: 'effective_on' }) effectiveOn!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

@Entity('log_in_session')
export class LogInSession {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'network_id' }) networkId!: string;
  @Column('text', { array: true }) roles!: string[];
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

export const entities = [Member, Agreement, FundTerms, AccountBalance, Fund, FundCall, AccountLine, LogInSession];
