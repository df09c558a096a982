import { templates, type MessageCode } from '@app/notices';
import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsBoolean } from 'class-validator';
import { connectionOf, DateTime, enumType, IdField, IdsField, OnceInput, PageArgs, Payload } from '../door/index.js';

export const MessageCodeEnum = enumType('MessageCode', 'What a message tells; its text is made of it in the reader\'s language.',
  Object.fromEntries(Object.entries(templates).map(([code, { zh, en }]) => [code, `${en.title} (${zh.title}).`])) as Record<MessageCode, string>);

export const ChannelEnum = enumType('MessageChannel', 'By what a message goes out, besides the list in the application.', {
  email: 'E-mail (电子邮件).', sms: 'Short message (短信).',
});

export const DeliveryStateEnum = enumType('DeliveryState', 'How far a delivery has come.', {
  queued: 'No attempt has ended yet (待发送).',
  sent: 'The other side has taken it (已发送). It may get it twice, with the same id, where we were cut off before we could note it.',
  failed: 'An attempt failed, another will be made (失败待重试).',
  given_up: 'No more attempts will be made (已放弃).',
});

@ObjectType('MessageDelivery', { description: 'A message on its way by one channel to one recipient (消息投递). The address stands nowhere.' })
export class MessageDeliveryType {
  @IdField('messageDelivery', { description: 'Which delivery.' })
  id!: string;

  @Field(() => ChannelEnum, { description: 'By what it goes.' })
  channel!: string;

  @Field(() => DeliveryStateEnum, { description: 'How far it has come.' })
  state!: string;

  @Field(() => Int, { description: 'How many attempts have begun.' })
  attempts!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, by the clock; null when it is not.' })
  nextAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent, by the clock; null while it was not.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What carried it, such as smtp; log where no way out is set up and it was only logged; null while it was not sent.' })
  via!: string | null;

  @Field(() => String, { nullable: true, description: 'In a word why the last attempt failed; null where none did.' })
  problem!: string | null;
}

@ObjectType('Message', { description: 'What somebody was told (消息): a code and what fills it, put into words when it is read.' })
export class MessageType {
  @IdField('message', { description: 'Which message.' })
  id!: string;

  @Field(() => MessageCodeEnum, { description: 'What it tells.' })
  code!: string;

  @IdField('member', { nullable: true, description: 'Whose people it is for; null for the operator\'s own and for people outside.' })
  memberId!: string | null;

  @Field(() => DateTime, { description: 'When it was told, at the network\'s business time.' })
  toldAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the caller read it; null while unread, and where it is asked for otherwise than by myMessages.' })
  readAt?: Date | null;
}

export const MessageConnection = connectionOf(MessageType, { description: 'Messages: the caller\'s own the newest first, all others the oldest first.' });

@ArgsType()
export class MyMessagesArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'Only those not read yet.' })
  @IsBoolean()
  unreadOnly: boolean = false;
}

@ArgsType()
export class MessagesArgs extends PageArgs {
  @IdField('member', { nullable: true, description: 'Only those for this member\'s people.' })
  memberId?: string | null;
}

@InputType({ description: 'Messages that the caller has read.' })
export class MarkMessagesReadInput extends OnceInput {
  @IdsField('message', { description: 'Which, 1 to 100, each of them one for the caller. Errors: NOT_FOUND.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  messageIds!: string[];
}

@ObjectType({ description: 'The messages that are read now.' })
export class MarkMessagesReadPayload extends Payload {
  @IdsField('message', { nullable: true, description: 'Which; null when refused.' })
  messageIds?: string[] | null;
}
