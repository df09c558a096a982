import { listAuditRecords, type AuditRow, type MemberTx } from '@app/database';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, connect, cursor, Reading, type Page } from '../door/index.js';
import { AuditArgs, AuditRecordConnection, AuditRecordType } from './audit.graphql.js';

const byRecord = cursor('audit', { id: 'uuid' });

@Resolver(() => AuditRecordType)
export class AuditResolver {
  @Allow('audit.read')
  @Query(() => AuditRecordConnection, { description: 'Every write of the network, done, refused or failed. Source: RO-15.' })
  auditRecords(@Reading() tx: MemberTx, @Args() { action = null, ...page }: AuditArgs): Promise<Page<AuditRow>> {
    return connect(page, byRecord, (after, count) => tx.many(listAuditRecords, { action, after: after?.id ?? null, count }));
  }
}
