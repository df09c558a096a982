import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Day } from '@app/kernel';
import type { PaperDocument } from './document.js';
import { paperFont } from './paper-fonts.js';
import { columnWidths } from './pdf-table.js';
import { renderCsv } from './render-csv.js';
import { renderHtml } from './render-html.js';
import { renderPdf } from './render-pdf.js';
import { renderXlsx } from './render-xlsx.js';
import type { Sheet } from './sheet.js';

const day = '2026-04-02' as Day;
const paper: PaperDocument = {
  title: { zh: '处罚通知书', en: 'Notice of penalty' }, number: '嘉泰质罚〔2026〕第 12 号', issuer: '嘉泰购物中心', day,
  parties: [{ role: { zh: '致', en: 'To' }, name: '喆垚鞋业 <b>&"\'' }],
  paragraphs: [{ zh: '罚款人民币 1,000.00 元。', en: 'A penalty of CNY 1,000.00.' }],
  table: { head: [{ words: { zh: '编号', en: 'Number' } }, { words: { zh: '金额', en: 'Amount' }, align: 'right' }], rows: [['TS-1', '1.00']] },
  signatures: [{ zh: '签收人', en: 'Received by' }],
};
const long = { ...paper, table: { ...paper.table!, rows: Array.from({ length: 120 }, (_, i) => [`TS-${i}`, '1.00']) } };
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
const digest = (body: Buffer) => createHash('sha256').update(body).digest('hex');

describe('A paper', () => {
  it.each(['zh', 'en'] as const)('gives the same bytes again and again, in %s', async (language) => {
    expect(digest((await renderPdf(long, language)).body)).toBe(digest((await renderPdf(long, language)).body));
    expect(renderHtml(paper, language).body.equals(renderHtml(paper, language).body)).toBe(true);
  });

  it('as PDF has its own fonts, and as many pages as it needs', async () => {
    const { body, mediaType } = await renderPdf(paper, 'zh');
    expect(mediaType).toBe('application/pdf');
    expect(body.toString('latin1')).toMatch(/\/FontFile2 /);
    expect(pagesOf(body)).toBe(1);
    expect(pagesOf((await renderPdf(long, 'zh')).body)).toBe(5);
  });

  it('has a character for every one of its texts, rare names too', () => {
    const font = paperFont('plain');
    const text = '喆垚䶮镕堃㛃〔〕《》“”—…·￥①℃㎡';
    expect([...text].filter((one) => !font.hasGlyphForCodePoint(one.codePointAt(0)!))).toEqual([]);
    for (let code = 0x4e00; code <= 0x9fa5; code++) if (!font.hasGlyphForCodePoint(code)) throw new Error(String.fromCodePoint(code));
  });

  it('as PDF shows no text twice over: what stands below begins below', async () => {
    const { body } = await renderPdf(paper, 'zh');
    const lines = [...body.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g)].flatMap(([, content]) => {
      try {
        return [...inflateSync(Buffer.from(content!, 'latin1')).toString('latin1').matchAll(/1 0 0 1 ([\d.]+) ([\d.]+) Tm/g)].map(([, x, y]) => `${x} ${y}`);
      } catch {
        return [];
      }
    });
    expect(lines.length).toBeGreaterThan(8);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('as HTML is only read: nothing in it is markup, script or loaded from elsewhere', () => {
    const html = renderHtml(paper, 'zh').body.toString();
    expect(html).toContain('喆垚鞋业 &lt;b&gt;&amp;&quot;&#39;');
    expect(html).toContain('2026 年 4 月 2 日');
    expect(html).not.toMatch(/<b>|<script|src=|href=|url\(/);
    expect(renderHtml(paper, 'en').body.toString()).toContain('Notice of penalty');
  });

  it('gives narrow columns what they wish, and lets the wide share the rest', () => {
    expect(columnWidths([10, 20], 60)).toEqual([25, 35]);
    expect(columnWidths([50, 400, 30, 300], 280)).toEqual([50, 100, 30, 100]);
    expect(columnWidths([500, 500], 100)).toEqual([50, 50]);
  });
});

const sheet: Sheet = {
  name: '三月/分析', day, columns: [{ title: '商户', kind: 'text' }, { title: '金额', kind: 'number' }, { title: '日', kind: 'day' }],
  rows: [['甲,"乙"\n丙', '-430.50', '2026-03-01'], ['=HYPERLINK("http://x")', '12345678901234567.89', null]],
};

describe('A sheet', () => {
  it('as CSV is quoted by RFC 4180, line by line', () => {
    expect(renderCsv(sheet).body.toString()).toBe(
      '\ufeff商户,金额,日\r\n"甲,""乙""\n丙",-430.50,2026-03-01\r\n"\'=HYPERLINK(""http://x"")",12345678901234567.89,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u0000=1', '\n1'])('as CSV has no formula: %j', (text) => {
    const csv = renderCsv({ ...sheet, columns: [{ title: text, kind: 'text' }], rows: [[text]] }).body.toString();
    expect(csv.replace(/^\ufeff/, '').split('\r\n').filter(Boolean).every((line) => /^"?'/.test(line))).toBe(true);
  });

  it('as a workbook keeps numbers as numbers where they fit, and texts as texts', async () => {
    const files = unzipSync((await renderXlsx(sheet)).body);
    const [rows, texts] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((name) => strFromU8(files[name]!));
    expect(rows).toContain('<v>-430.5</v>');
    expect(rows).not.toContain('<f>');
    expect(texts).toContain('=HYPERLINK');
    expect(texts).toContain('12345678901234567.89');
    expect(strFromU8(files['xl/workbook.xml']!)).toContain('三月 分析');
  });

  it('gives the same bytes whenever it is made: the only day inside is the one that it bears', async () => {
    const { body } = await renderXlsx(sheet);
    const days = body.toString('latin1').split('PK\x03\x04').slice(1).map((entry) => Buffer.from(entry, 'latin1').readUInt16LE(8));
    expect(days.length).toBeGreaterThan(5);
    expect(new Set(days)).toEqual(new Set([((2026 - 1980) << 9) | (4 << 5) | 2]));
    expect((await renderXlsx(sheet)).body.equals(body)).toBe(true);
  });

  it('refuses what is no decimal number in a column of numbers', () => {
    expect(() => renderCsv({ ...sheet, rows: [['a', '=1+1', null]] })).toThrow('no decimal number');
  });
});
