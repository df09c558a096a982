import { zipSync } from 'fflate';
import { png } from '../support/upload.js';
import { jpeg, pdf, webp, workbook } from './samples.js';
import { examineUpload } from '../../libs/files/examine-upload.js';
import { renderPdf } from '../../libs/files/render-pdf.js';
import { renderXlsx } from '../../libs/files/render-xlsx.js';
import type { Day } from '@app/kernel';

const most = 100_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const examine = (bytes: Buffer, name: string, declared: string | null, mostBytes = most) => examineUpload({ bytes, name, declared }, mostBytes);

describe('An upload', () => {
  it.each([
    ['a PNG', png(), '照片.png', 'image/png', 'image/png'],
    ['a JPEG with an upper-case ending', jpeg(), 'IMG_0001.JPG', 'image/jpeg', 'image/jpeg'],
    ['a WebP', webp(), 'a.webp', 'image/webp', 'image/webp'],
    ['a PDF', pdf(), '发票.pdf', 'application/pdf', 'application/pdf'],
    ['a workbook', workbook(), '对账.xlsx', xlsx, xlsx],
    ['CSV in UTF-8 with a mark', Buffer.from('\ufeff商户,金额\r\n甲,1.00\r\n'), 'a.csv', 'text/csv; charset=utf-8', 'text/csv'],
    ['CSV as a Chinese spreadsheet saves it', Buffer.from([0xc9, 0xcc, 0xbb, 0xa7, 0x2c, 0x31, 0x0d, 0x0a]), 'a.csv', 'text/csv', 'text/csv'],
  ])('is taken when it is what it is said to be: %s', async (_, bytes, name, declared, mediaType) => {
    expect(await examine(bytes, name, declared)).toMatchObject({ name, mediaType, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('may be a PDF or a workbook of our own making', async () => {
    const paper = { title: { zh: '通知书', en: 'Notice' }, number: null, issuer: '嘉泰', parties: [], paragraphs: [], table: null, signatures: [], day: '2026-03-01' as Day };
    const own = await renderXlsx({ name: 'a', columns: [{ title: 'a', kind: 'text' }], rows: [['b']], day: '2026-03-01' as Day });
    await expect(examine((await renderPdf(paper, 'zh')).body, 'a.pdf', 'application/pdf')).resolves.toBeTruthy();
    await expect(examine(own.body, 'a.xlsx', xlsx)).resolves.toBeTruthy();
  });

  it.each([
    ['a program called a picture', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), 'a.png', 'image/png', 'contentType'],
    ['a PNG declared as a JPEG', png(), 'a.png', 'image/jpeg', 'contentType'],
    ['a PNG called a JPEG', png(), 'a.jpg', 'image/png', 'name'],
    ['a page called a picture', Buffer.from('<html><script>alert(1)</script>'), 'a.jpg', 'image/jpeg', 'contentType'],
    ['a zip called a workbook', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), 'a.xlsx', xlsx, 'contentType'],
    ['bytes called CSV', Buffer.from([1, 2, 3, 0, 255]), 'a.csv', 'text/csv', 'contentType'],
    ['a page called CSV', Buffer.from('\ufeff\r\n <html><script>alert(1)</script>'), 'a.csv', 'text/csv', 'contentType'],
    ['a page of a later kind called CSV', Buffer.from('<!doctype html>'), 'a.csv', 'text/csv', 'contentType'],
    ['a document called CSV', Buffer.from('<?xml version="1.0"?><a/>'), 'a.csv', 'text/csv', 'contentType'],
    ['a drawing called CSV', Buffer.from('<svg onload="alert(1)"/>'), 'a.csv', 'text/csv', 'contentType'],
    ['a text with NUL called CSV', Buffer.from('a,b\r\nc,\0\r\n'), 'a.csv', 'text/csv', 'contentType'],
    ['a drawing with scripts called a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png', 'image/png', 'contentType'],
  ])('is refused, naming the field, when its content is another: %s', async (_, bytes, name, declared, field) => {
    await expect(examine(bytes, name, declared)).rejects.toMatchObject({ code: 'CONTENT_MISMATCH', field });
  });

  it.each([
    ['by its declaration', 'a.png', 'image/svg+xml', 'contentType'], ['by none', 'a.png', null, 'contentType'],
    ['by its name', 'a.exe', 'image/png', 'name'], ['by a name without an ending', 'png', 'image/png', 'name'],
    ['by a prototype\'s word', 'a.constructor', 'constructor', 'contentType'],
  ])('is refused when its type is not evidence\'s %s', async (_, name, declared, field) => {
    await expect(examine(png(), name, declared)).rejects.toMatchObject({ code: 'TYPE_NOT_ALLOWED', field });
  });

  const cut = (bytes: Buffer, by: number) => bytes.subarray(0, bytes.length - by);
  const spoilt = (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 1]), bytes.subarray(at + 1)]);
  it.each([
    ['a PNG cut off', cut(png(), 4), 'a.png', 'image/png'],
    ['a PNG with a wrong checksum', spoilt(png(), png().length - 20), 'a.png', 'image/png'],
    ['a JPEG cut off', cut(jpeg(), 2), 'a.jpg', 'image/jpeg'],
    ['a JPEG cut off in its head', jpeg().subarray(0, 12), 'a.jpg', 'image/jpeg'],
    ['a WebP cut off', cut(webp(), 3), 'a.webp', 'image/webp'],
    ['a PDF cut off', cut(pdf(), 20), 'a.pdf', 'application/pdf'],
    ['a workbook cut off', cut(workbook(), 10), 'a.xlsx', xlsx],
    ['CSV with a quote that never ends', Buffer.from('a,"b\r\nc,d'), 'a.csv', 'text/csv'],
  ])('is refused when it is broken: %s', async (_, bytes, name, declared) => {
    await expect(examine(bytes, name, declared)).rejects.toMatchObject({ code: 'FILE_BROKEN', field: 'content' });
  });

  it('is refused when it is empty, or larger than the setting allows by a byte', async () => {
    await expect(examine(Buffer.alloc(0), 'a.png', 'image/png')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(examine(png(), 'a.png', 'image/png', png().length - 1)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { limit: png().length - 1 } });
    await expect(examine(png(), 'a.png', 'image/png', png().length)).resolves.toBeTruthy();
  });

  it('is refused when it is a workbook that unpacks to a flood, without unpacking it', async () => {
    const bomb = workbook({ 'xl/flood.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(most);
    await expect(examine(bomb, 'a.xlsx', xlsx)).rejects.toMatchObject({ code: 'FILE_BROKEN' });
  });
});
