import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { connectionOf, DateTime, IdField, PageArgs } from '../door/index.js';

@ObjectType('AuditRecord', { description: 'One write as it is on record (审计记录): who, what, and what came of it.' })
export class AuditRecordType {
  @IdField('audit', { description: 'Which record.' })
  id!: string;

  @IdField('person', { nullable: true, description: 'Who did it; null for a program or the system.' })
  personId!: string | null;

  @IdField('apiKey', { nullable: true, description: 'By which API key; null for a person or the system.' })
  apiKeyId!: string | null;

  @IdField('member', { nullable: true, description: 'On whose behalf; null for the operator\'s own.' })
  memberId!: string | null;

  @Field({ description: 'What was asked for, such as fund.receive.' })
  action!: string;

  @Field({ description: 'done, refused:CODE, or failed.' })
  outcome!: string;

  @Field({ description: 'The request that asked for it, as the answer named it.' })
  requestId!: string;

  @Field(() => DateTime, { description: 'When it was recorded, by the database\'s clock.' })
  recordedAt!: Date;
}

export const AuditRecordConnection = connectionOf(AuditRecordType, { description: 'Audit records, oldest first.' });

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only of this action, such as fund.receive.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string | null;
}
