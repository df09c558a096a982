import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { listNotices, refuseNotices, serveNotice, type Notice } from '@app/notices';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, Input, PageArgs, Reading, roomErrors, type Page } from '../door/index.js';
import { NoticeConnection, NoticeType, ServeNoticeInput, ServeNoticePayload } from './notice.graphql.js';

roomErrors(refuseNotices);

const byNotice = cursor('notice', { id: 'uuid' });

@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(private readonly database: Database) {}

  @Allow('notice.read')
  @Query(() => NoticeConnection, { description: 'The notices that the caller may see.' })
  notices(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<Notice>> {
    return connect(page, byNotice, (after, count) => tx.many(listNotices, { memberId: null, after: after?.id ?? null, count }));
  }

  @Allow('notice.serve')
  @Mutation(() => ServeNoticePayload, { description: 'Records that a notice was handed to its member, once. Errors: ALREADY_SERVED. Source: QF-2, RO-3.' })
  async serveNotice(@By() caller: Caller, @Input() input: ServeNoticeInput) {
    return answered(await serveNotice(this.database, caller, { ...input, servedOn: input.servedOn ?? null }));
  }
}
