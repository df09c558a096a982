import { Database, type MemberTx } from '@app/database';
import { addEvidence, filesOf, oneFile, refuseFiles, withdrawFile, type EvidenceFile } from '@app/files';
import type { Caller } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, Input, nodeOf, Reading, roomErrors, type Page } from '../door/index.js';
import { AttachFilesInput, AttachFilesPayload, FileConnection, FilesArgs, FileType, WithdrawFileInput, WithdrawFilePayload } from './file.graphql.js';
import { subjectOf } from './subject.js';

roomErrors(refuseFiles);
nodeOf('file', { type: () => FileType, allow: 'file.read', load: oneFile });

const byFile = cursor('file', { id: 'uuid' });

@Resolver(() => FileType)
export class FileResolver {
  constructor(private readonly database: Database) {}

  @Allow('file.read')
  @Query(() => FileConnection, { description: 'The evidence of something; none where it is missing or not the caller\'s to see. Errors: NOT_FOUND for what is no id.' })
  files(
    @Reading() tx: MemberTx, @Args() { subjectId: shown, ...page }: FilesArgs,
  ): Promise<Page<EvidenceFile>> {
    return connect(page, byFile, (after, count) => filesOf(tx, { ...subjectOf(shown), after: after?.id ?? null, count }));
  }

  @Allow('file.upload')
  @Mutation(() => AttachFilesPayload, { description: 'Makes uploaded files evidence of something that the caller may see. They come in by POST /files?name=…, the content as the body. Errors: NOT_FOUND.' })
  async attachFiles(@By() caller: Caller, @Input() { subjectId, ...input }: AttachFilesInput) {
    return answered(await addEvidence(this.database, caller, { ...input, ...subjectOf(subjectId) }));
  }

  @Allow('file.withdraw')
  @Mutation(() => WithdrawFilePayload, { description: 'Says that a file counts no more as evidence, once; the file stays. Errors: NOT_FOUND, ALREADY_WITHDRAWN.' })
  async withdrawFile(@By() caller: Caller, @Input() input: WithdrawFileInput) {
    return answered(await withdrawFile(this.database, caller, input));
  }
}
