import type { PaperDocument, PaperText } from '@app/files';
import type { Member } from '@app/members';
import type { Notice, NoticeSeries } from '@app/notices';
import { deductionText } from '@app/recovery';
import { sanctionText } from '@app/sanctions';

/** What stands before the year in a paper's number, and what the room of its case has it say. */
const kinds: Readonly<Record<NoticeSeries, { readonly mark: string; readonly text: (says: Notice['says']) => PaperText }>> = {
  deduction: { mark: '扣字', text: deductionText },
  sanction: { mark: '罚字', text: sanctionText },
};

/** The paper of a notice: to whom, by whom, under which number, and what its case has it say. The same notice gives the same paper. */
export function noticePaper({ series, number, says, issuedOn }: Notice, member: Pick<Member, 'name' | 'code'>, issuer: string): PaperDocument {
  const { mark, text } = kinds[series];
  const { title, parties, paragraphs, table } = text(says);
  return {
    title, paragraphs, table, issuer, day: issuedOn,
    number: `${mark}〔${issuedOn.slice(0, 4)}〕${number} 号`,
    parties: [{ role: { zh: '送达对象', en: 'To' }, name: `${member.name}（${member.code}）` }, ...parties],
    signatures: [{ zh: '送达人', en: 'Served by' }, { zh: '签收人', en: 'Received by' }, { zh: '签收日期', en: 'Received on' }],
  };
}
