import type { Complaint } from '@app/complaints';
import { listFilesOfSubjects, type EvidenceFile } from '@app/files';
import { Resolver } from '@nestjs/graphql';
import { ComplaintType } from '../complaints/complaint.graphql.js';
import { groupedInOrder, LoadField, type Loading } from '../door/index.js';
import { FileType } from '../files/file.graphql.js';

@Resolver(() => ComplaintType)
export class ComplaintFilesResolver {
  @LoadField('files', () => [FileType], { allow: 'file.read', nullable: true, description: 'Its evidence, oldest first, withdrawn ones among it.' })
  async files(complaints: readonly Complaint[], { tx }: Loading): Promise<EvidenceFile[][]> {
    const subjectIds = complaints.map(({ id }) => id);
    return groupedInOrder(subjectIds, await tx.many(listFilesOfSubjects, { subjectType: 'complaint', subjectIds }), (file) => file.subjectId);
  }
}
