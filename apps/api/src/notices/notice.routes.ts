import { renderHtml, renderPdf } from '@app/files';
import { parseId } from '@app/kernel';
import { readMembers } from '@app/members';
import { readNotice } from '@app/notices';
import type { FastifyInstance } from 'fastify';
import type { HttpDoor } from '../door/http-operation.js';
import { serveDocument, type LoadDocument } from '../door/serve-document.js';
import { noticePaper } from './notice-paper.js';

const makers = { html: renderHtml, pdf: renderPdf };

/**
 * Answers every notice that was issued as the paper it is, at `/notices/<id>.html` and `.pdf`, to the operator's people who
 * read notices and to the member it is for. It is one paper, in Chinese, in whatever language the caller asks.
 */
export function addNoticeRoutes(server: FastifyInstance, door: HttpDoor): void {
  for (const format of ['html', 'pdf'] as const) serveDocument(server, door, `/notices/:id.${format}`, 'notice.read', load(format));
}

const load = (format: keyof typeof makers): LoadDocument => async (tx, { id = '' }, { issuer }) => {
  const parsed = parseId(id);
  const notice = parsed?.kind === 'notice' ? await tx.maybe(readNotice, { noticeId: parsed.id }) : null;
  if (!notice) return null;
  const member = await tx.one(readMembers, { memberIds: [notice.memberId] });
  const paper = noticePaper(notice, member, issuer);
  return { rendered: await makers[format](paper, 'zh'), name: `${paper.title.zh} ${paper.number}.${format}` };
};
