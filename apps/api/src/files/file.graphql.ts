import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsString } from 'class-validator';
import { connectionOf, DateTime, IdField, IdsField, Node, OnceInput, PageArgs, Payload, Show, Text } from '../door/index.js';
import { pathOfFile } from './file-path.js';

@ObjectType('File', { description: 'A file that is evidence of something, such as a photo of a complaint (证据文件); never edited, never deleted.', implements: () => [Node] })
export class FileType {
  @IdField('file', { description: 'Which file.' })
  id!: string;

  @Field({ description: 'What it was called by who brought it; no path.' })
  name!: string;

  @Field({ description: 'What its content is, such as image/jpeg; found by the content itself.' })
  mediaType!: string;

  @Field(() => Int, { description: 'How large it is, in bytes.' })
  @Show(({ bytes }) => Number(bytes))
  bytes!: number;

  @Field({ description: 'Where its content is had, by GET with the same credential; a path of this API.' })
  @Show(({ id }) => pathOfFile(id as string))
  url!: string;

  @Field({ description: 'SHA-256 of its content, 64 hexadecimal digits.' })
  digest!: string;

  @Field(() => DateTime, { description: 'When it came in.' })
  uploadedAt!: Date;

  @Field(() => DateTime, { description: 'When it became evidence.' })
  attachedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn; null while it counts.' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it counts.' })
  withdrawnReason!: string | null;
}

export const FileConnection = connectionOf(FileType, { description: 'Files, oldest first.' });

@ArgsType()
export class FilesArgs extends PageArgs {
  @Field(() => ID, { description: 'Of what: the id of a complaint.' })
  @IsString()
  subjectId!: string;
}

@InputType({ description: 'Uploaded files that become evidence.' })
export class AttachFilesInput extends OnceInput {
  @Field(() => ID, { description: 'What they are evidence of: the id of a complaint. Errors: NOT_FOUND.' })
  @IsString()
  subjectId!: string;

  @IdsField('file', { description: 'What POST /files answered to the caller, 1 to 20. Errors: NOT_FOUND, also for what is attached already or was uploaded more than a day ago.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  fileIds!: string[];
}

@ObjectType({ description: 'The files as attached.' })
export class AttachFilesPayload extends Payload {
  @Field(() => [FileType], { nullable: true, description: 'The files; null when refused.' })
  files?: FileType[] | null;
}

@InputType({ description: 'A file that counts no more as evidence.' })
export class WithdrawFileInput extends OnceInput {
  @IdField('file', { description: 'Which file. Errors: NOT_FOUND, ALREADY_WITHDRAWN.' })
  fileId!: string;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1_000)
  reason!: string;
}

@ObjectType({ description: 'The file as withdrawn.' })
export class WithdrawFilePayload extends Payload {
  @Field(() => FileType, { nullable: true, description: 'The file; null when refused.' })
  file?: FileType | null;
}
