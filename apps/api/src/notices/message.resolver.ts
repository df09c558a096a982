import { Database, type MemberTx } from '@app/database';
import { showId, type Caller } from '@app/kernel';
import {
  listDeliveriesOf, listMessages, listMyMessages, markMessagesRead, messageText, readerOf, templateOf, type Message, type MessageDelivery,
} from '@app/notices';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, groupedInOrder, Input, LoadField, Reading, type Loading, type Page } from '../door/index.js';
import {
  MarkMessagesReadInput, MarkMessagesReadPayload, MessageConnection, MessageDeliveryType, MessagesArgs, MessageType, MyMessagesArgs,
} from './message.graphql.js';

const byMine = cursor('myMessage', { id: 'uuid' });
const byMessage = cursor('message', { id: 'uuid' });

@Resolver(() => MessageType)
export class MessageResolver {
  constructor(private readonly database: Database) {}

  @Allow.signedIn
  @Query(() => MessageConnection, { description: 'What the caller was told, the newest first: by name, for their member, or, among the operator\'s people, for a role of theirs.' })
  myMessages(@Reading() tx: MemberTx, @Args() { unreadOnly, ...page }: MyMessagesArgs): Promise<Page<Message>> {
    const reader = readerOf(tx.caller);
    return connect(page, byMine, async (before, count) =>
      (reader ? tx.many(listMyMessages, { ...reader, unreadOnly, before: before?.id ?? null, count }) : []));
  }

  @Allow('notice.read')
  @Query(() => MessageConnection, { description: 'What was told to members, roles and people outside, as far as the caller may see; what went to a person by name is theirs alone.' })
  messages(@Reading() tx: MemberTx, @Args() { memberId, ...page }: MessagesArgs): Promise<Page<Message>> {
    return connect(page, byMessage, (after, count) =>
      tx.many(listMessages, { memberId: memberId ?? null, aboutId: null, after: after?.id ?? null, count }));
  }

  @Allow.signedIn
  @Mutation(() => MarkMessagesReadPayload, { description: 'Marks messages of the caller as read, for the caller alone; what was read before stays so. Errors: NOT_FOUND.' })
  async markMessagesRead(@By() caller: Caller, @Input() input: MarkMessagesReadInput) {
    return answered(await markMessagesRead(this.database, caller, input));
  }

  @LoadField('title', () => String, { allow: 'parent', description: 'What it tells, in a few words of the caller\'s language.' })
  async titles(messages: readonly Message[], { caller }: Loading): Promise<string[]> {
    return messages.map(({ code, params }) => messageText(code, params, caller.locale).title);
  }

  @LoadField('text', () => String, { allow: 'parent', description: 'What it tells, in the caller\'s language.' })
  async texts(messages: readonly Message[], { caller }: Loading): Promise<string[]> {
    return messages.map(({ code, params }) => messageText(code, params, caller.locale).text);
  }

  @LoadField('aboutId', () => ID, { allow: 'parent', nullable: true, description: 'What it is about, such as a notice or a call; null where it is about nothing.' })
  async abouts(messages: readonly Message[]): Promise<(string | null)[]> {
    return messages.map(({ code, aboutId }) => {
      const about = templateOf(code)?.about;
      return about && aboutId ? showId(about, aboutId) : null;
    });
  }

  @LoadField('deliveries', () => [MessageDeliveryType], { allow: 'parent', description: 'How it goes out besides the list: one of each channel and recipient.' })
  async deliveries(messages: readonly Message[], { tx }: Loading): Promise<MessageDelivery[][]> {
    const messageIds = messages.map(({ id }) => id);
    return groupedInOrder(messageIds, await tx.many(listDeliveriesOf, { messageIds }), (row) => row.messageId);
  }
}
