import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { readdirSync } from 'node:fs';
import { newId, showId } from '@app/kernel';
import { Mall, type Speaker } from '../support/mall.js';
import { signedShop } from '../support/signed-shop.js';
import { png, upload } from '../support/upload.js';
import { complaint } from '../security/member-story.js';
import { badBodies } from './bad-bodies.js';
import { pdf } from './samples.js';

let mall: Mall;
let desk: Speaker;
let shop: Speaker;
let rival: Speaker;
let complaintId: string;

beforeAll(async () => {
  mall = await Mall.open();
  const [one, other] = [await signedShop(mall), await signedShop(mall)];
  desk = await mall.as('COMPLAINT_DESK');
  shop = await mall.as('SHOP', one.memberId);
  rival = await mall.as('SHOP', other.memberId);
  complaintId = await complaint(mall, one.memberId, 'one', '5.00');
}, 60_000);
afterAll(() => mall?.api.close());

const post = (name: string, body: Buffer, headers: Record<string, string> = {}, { token } = desk) =>
  fetch(`${mall.api.url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', body: new Uint8Array(body), headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', ...headers } });
const get = (id: string, { token } = desk) => fetch(`${mall.api.url}/files/${id}`, { headers: { authorization: `Bearer ${token}` } });
const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string; field?: string } }[] };
  return [response.status, errors[0]!.extensions.code, errors[0]!.extensions.field].filter((part) => part !== undefined);
};
const attach = (fileIds: string[], speaker = desk) => speaker.act('attachFiles', 'files { id name mediaType bytes digest url withdrawnAt }', { subjectId: complaintId, fileIds });
const node = async (id: string, speaker = desk) => (await speaker.ask('query($id: ID!) { node(id: $id) { __typename ... on File { id name } } }', { id })).node;
const list = async (speaker = desk) =>
  (await speaker.ask('query($s: ID!) { files(subjectId: $s, first: 100) { edges { node { id name url withdrawnReason } } } }', { s: complaintId })).files.edges.map(({ node }) => node);
const stored = () => readdirSync(mall.api.filesDir, { recursive: true }).map(String).filter((file) => /[0-9a-f]{64}$/.test(file));

describe('A file that comes in', () => {
  it('is answered with its id and digest, and comes out as it was', async () => {
    const response = await post('收据 一.png', png('first'));
    expect(response.status).toBe(201);
    const body = (await response.json()) as { fileId: string; digest: string };
    expect(body).toMatchObject({ mediaType: 'image/png', bytes: png('first').length, name: '收据 一.png', digest: createHash('sha256').update(png('first')).digest('hex') });
    const out = await get(body.fileId);
    expect(out.status).toBe(200);
    expect(Buffer.from(await out.arrayBuffer()).equals(png('first'))).toBe(true);
    expect(Object.fromEntries(out.headers)).toMatchObject({
      'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': `default-src 'none'; sandbox`,
      'content-disposition': `attachment; filename="?? ?.png"; filename*=UTF-8''%E6%94%B6%E6%8D%AE%20%E4%B8%80.png`, 'cache-control': 'private, no-store',
    });
  });

  it('is kept once, however many bring the same at once', async () => {
    const before = stored().length;
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => upload(mall, desk, `same ${i}.png`, png('same'))));
    expect(new Set(ids).size).toBe(6);
    expect(stored().length).toBe(before + 1);
  });

  it('is refused with the field that is wrong when it is not what it is said to be, and nothing of it is kept', async () => {
    const before = stored().length;
    expect(await codeOf(await post('a.png', pdf()))).toEqual([422, 'CONTENT_MISMATCH', 'contentType']);
    expect(await codeOf(await post('a.pdf', png()))).toEqual([422, 'CONTENT_MISMATCH', 'name']);
    expect(await codeOf(await post('a.png', png().subarray(0, 40)))).toEqual([422, 'FILE_BROKEN', 'content']);
    expect(await codeOf(await post('a.png', Buffer.alloc(0)))).toEqual([422, 'FILE_EMPTY', 'content']);
    expect(await codeOf(await post('../../a.png', png()))).toEqual([422, 'NAME_INVALID', 'name']);
    expect(await codeOf(await post('a\r\nset-cookie: a=1.png', png()))).toEqual([422, 'NAME_INVALID', 'name']);
    expect(await codeOf(await post('a.png', Buffer.alloc(10 * 1024 * 1024 + 1)))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(stored().length).toBe(before);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'image/svg+xml', 'application/json'])(
    'is not taken as %s, which a page elsewhere could send', async (type) => {
      expect((await codeOf(await post('a.png', png(), { 'content-type': type })))[0]).toBe(415);
    });

  it('is told which types are taken here, when its own is not', async () => {
    const { errors: [error] } = JSON.parse(await (await post('a.svg', png(), { 'content-type': 'image/svg+xml' })).text()) as { errors: [{ message: string; extensions: object }] };
    expect(error.message).toMatch(/image\/jpeg, .*text\/csv, /);
    expect(error.message).not.toContain('application/json');
    expect(error.extensions).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', accepted: expect.stringContaining('image/png') as string });
  });

  it('is refused before its body is read, when nobody is known or nobody may', async () => {
    const begun = (token: string) => new Promise<number>((resolve, reject) => {
      // So much is announced, and never sent: who waited for the body would never answer.
      const asked = httpRequest(`${mall.api.url}/files?name=a.png`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'content-length': '1000' } });
      asked.on('response', ({ statusCode }) => { asked.destroy(); resolve(statusCode!); }).on('error', reject).flushHeaders();
    });
    expect(await begun('nobody')).toBe(401);
    expect(await begun((await mall.as('OPERATOR_ADMINISTRATOR')).token)).toBe(403);
  });

  it.each(badBodies)('answers bad requests by a clear code, and never by a fault of ours: $what', async ({ path, method, headers, body }) => {
    const response = await fetch(`${mall.api.url}${path}`, { method, headers: { authorization: `Bearer ${desk.token}`, ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) });
    expect([response.status >= 400 && response.status < 500, response.status]).toEqual([true, response.status]);
    await response.arrayBuffer();
  });
});

describe('Evidence', () => {
  it('belongs to its complaint, is seen by its shop, and by no other', async () => {
    const [fileId] = [await upload(mall, desk, 'photo.png')];
    const { files } = await attach([fileId]);
    expect(files[0]).toMatchObject({ id: fileId, name: 'photo.png', mediaType: 'image/png', url: `/files/${fileId}`, withdrawnAt: null });
    expect((await get(fileId, shop)).status).toBe(200);
    expect((await list(shop)).map(({ id }) => id as string)).toContain(fileId);
    for (const seeing of [desk, shop]) expect(await node(fileId, seeing)).toEqual({ __typename: 'File', id: fileId, name: 'photo.png' });
    for (const other of [rival, await mall.as('OPERATOR_ADMINISTRATOR')]) expect(await node(fileId, other)).toBeNull();
    // An upload is no evidence yet, for whoever brought it either.
    expect(await node(await upload(mall, desk, 'spare.png'))).toBeNull();
    expect(await list(rival)).toEqual([]);
    const missing = await codeOf(await get(showId('file', newId())));
    expect(missing).toEqual([404, 'NOT_FOUND']);
    for (const id of ['nonsense', complaintId, '..%2f..%2fsecrets.json']) expect(await codeOf(await get(id))).toEqual(missing);
    for (const other of [rival, await mall.as('OPERATOR_ADMINISTRATOR')]) expect(await codeOf(await get(fileId, other))).toEqual(missing);
    const elsewhere = await Mall.on(mall.api, 'Elsewhere');
    expect(await codeOf(await get(fileId, await elsewhere.as('COMPLAINT_DESK')))).toEqual(missing);
  });

  it('may be added by the shop that the complaint is about, and by no other', async () => {
    const [own, others] = [await upload(mall, shop, 'answer.png'), await upload(mall, rival, 'answer.png')];
    expect((await attach([own], shop)).files).toHaveLength(1);
    expect(await rival.refusal('attachFiles', { subjectId: complaintId, fileIds: [others] })).toBe('NOT_FOUND');
  });

  it('is attached once, by who uploaded it, all or none', async () => {
    const [one, two] = [await upload(mall, desk, 'one.png'), await upload(mall, desk, 'two.png')];
    expect(await shop.refusal('attachFiles', { subjectId: complaintId, fileIds: [one] })).toBe('NOT_FOUND');
    expect(await desk.refusal('attachFiles', { subjectId: complaintId, fileIds: [one, showId('file', newId())] })).toBe('NOT_FOUND');
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => attach([one, two])));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await list()).filter(({ name }) => ['one.png', 'two.png'].includes(name))).toHaveLength(2);
  });

  it('is withdrawn once, with a reason, and stays', async () => {
    const fileId = await upload(mall, desk, 'wrong.png');
    await attach([fileId]);
    const { file } = await desk.act('withdrawFile', 'file { withdrawnReason withdrawnAt }', { fileId, reason: 'Shows another shop.' });
    expect(file).toMatchObject({ withdrawnReason: 'Shows another shop.', withdrawnAt: expect.any(String) });
    expect(await desk.refusal('withdrawFile', { fileId, reason: 'Again.' })).toBe('ALREADY_WITHDRAWN');
    expect((await list()).find(({ id }) => id === fileId)).toMatchObject({ withdrawnReason: 'Shows another shop.' });
    expect((await get(fileId)).status).toBe(200);
  });
});
