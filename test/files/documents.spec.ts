import { randomBytes } from 'node:crypto';
import { renderHtml, renderPdf, type PaperDocument } from '@app/files';
import type { Day } from '@app/kernel';
import fastify, { type FastifyInstance } from 'fastify';
import { readLimits } from '../../apps/api/src/door/limits.js';
import { serveDocument } from '../../apps/api/src/door/serve-document.js';
import { testApi, type TestApi } from '../api/support/door.js';

const paper: PaperDocument = {
  title: { zh: '通知书', en: 'Notice' }, number: null, issuer: '嘉泰', day: '2026-04-02' as Day, parties: [], table: null, signatures: [],
  paragraphs: [{ zh: '罚款。', en: 'A penalty.' }],
};

let api: TestApi;
let server: FastifyInstance;
let url: string;

beforeAll(async () => {
  api = await testApi();
  server = fastify();
  const { database, credentials, filesDir } = api;
  const settings = {
    host: '127.0.0.1', port: 0, databaseUrl: '', poolSize: 1, production: true, introspection: false, graphiql: false, logLevel: 'silent',
    secrets: { tokenKeys: [], hashKey: randomBytes(32), personalKeys: [], platformKey: '' }, limits: readLimits({}), filesDir, fileBytes: 1, webhookLoopback: false,
  };
  const door = { settings, database, credentials };
  serveDocument(server, door, '/papers/:id.html', 'fund.read', async (tx, { id }, { language }) =>
    id === tx.caller.networkId ? { rendered: renderHtml(paper, language), name: '通知书.html' } : null);
  serveDocument(server, door, '/papers/:id.pdf', 'fund.read', async () => ({ rendered: await renderPdf(paper, 'zh'), name: 'notice.pdf' }));
  serveDocument(server, door, '/broken', 'fund.read', async () => { throw new Error('password=hunter2'); });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
}, 60_000);
afterAll(async () => {
  await server?.close();
  await api?.close();
});

const get = (path: string, token: string, language = 'en') => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}`, 'accept-language': language } });

describe('A document', () => {
  it('is answered in the caller\'s language, and may run nothing', async () => {
    const response = await get(`/papers/${api.networkId}.html`, 'reader', 'zh-CN');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('罚款。');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`,
      'content-disposition': `inline; filename="???.html"; filename*=UTF-8''%E9%80%9A%E7%9F%A5%E4%B9%A6.html`,
    });
  });

  it('may be a PDF', async () => {
    const response = await get('/papers/1.pdf', 'reader');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('that is missing looks like one that may not be seen, and nobody unknown is told either', async () => {
    const answers = await Promise.all([get('/papers/other.html', 'reader'), get(`/papers/${api.networkId}.html`, 'nobody')]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await get(`/papers/${api.networkId}.html`, 'stranger')).status).toBe(401);
  });

  it('that fails says nothing of why', async () => {
    const response = await get('/broken', 'reader');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
  });
});
