import type { Day } from '@app/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DayField, IdField, JSONObject, OnceInput, Payload, Show, WholeField } from '../door/index.js';
import { pathOfPaper } from './paper-path.js';

@ObjectType('Notice', { description: 'A numbered paper for a member (通知书).' })
export class NoticeType {
  @IdField('notice', { description: 'Which notice.' })
  id!: string;

  @Field({ description: 'What kind of paper it is; each series is numbered by itself, such as deduction.' })
  series!: string;

  @WholeField({ description: 'Its number in the series, without gaps.' })
  number!: bigint;

  @Field(() => JSONObject, { description: 'The figures and codes that its text is made of.' })
  says!: Record<string, string>;

  @Field({ description: 'Where its paper is had as a page, by GET with the same credential; a path of this API. The paper is in Chinese.' })
  @Show(({ id }) => pathOfPaper(id as string, 'html'))
  htmlUrl!: string;

  @Field({ description: 'The same as a PDF.' })
  @Show(({ id }) => pathOfPaper(id as string, 'pdf'))
  pdfUrl!: string;

  @DayField({ description: 'On which day it was issued.' })
  issuedOn!: Day;

  @DayField({ nullable: true, description: 'On which day it was handed over; null while it was not.' })
  servedOn!: Day | null;
}

export const NoticeConnection = connectionOf(NoticeType, { description: 'Notices, oldest first.' });

@InputType({ description: 'A notice that was handed to its member.' })
export class ServeNoticeInput extends OnceInput {
  @IdField('notice', { description: 'Which notice. Errors: NOT_FOUND, ALREADY_SERVED.' })
  noticeId!: string;

  @DayField({ nullable: true, description: 'On which day; today where absent. Errors: SERVED_BEFORE_ISSUE.' })
  servedOn?: Day | null;
}

@ObjectType({ description: 'The notice as served.' })
export class ServeNoticePayload extends Payload {
  @Field(() => NoticeType, { nullable: true, description: 'The notice; null when refused.' })
  notice?: NoticeType | null;
}
