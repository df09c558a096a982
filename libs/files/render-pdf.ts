import PDFDocument from 'pdfkit';
import { colon, dayInWords, type Language, type PaperDocument, type Rendered } from './document.js';
import { paperFont } from './paper-fonts.js';
import { keepTogether, pdfTable, type Pdf } from './pdf-table.js';

const size = 11;
const lineGap = 5;
const indent = 2 * size;

/** The paper as a PDF of A4 pages, its fonts inside; the same paper gives the same bytes. */
export function renderPdf(paper: PaperDocument, language: Language): Promise<Rendered> {
  const pdf = new PDFDocument({
    size: 'A4', margins: { top: 72, bottom: 72, left: 72, right: 72 }, bufferPages: true, lang: language === 'zh' ? 'zh-CN' : 'en', displayTitle: true,
    info: { Title: paper.title[language], Author: paper.issuer, CreationDate: new Date(`${paper.day}T00:00:00Z`), Creator: 'Surety', Producer: 'Surety' },
  });
  const done = collected(pdf);
  // pdfkit takes a font that is open already; its types do not know.
  pdf.registerFont('plain', paperFont('plain') as never).registerFont('bold', paperFont('bold') as never);
  heading(pdf, paper, language);
  parties(pdf, paper, language);
  pdf.font('plain').fontSize(size);
  for (const words of paper.paragraphs) pdf.text(words[language], { lineGap, paragraphGap: 4, ...(language === 'zh' ? { indent } : {}) });
  if (paper.table) pdfTable(pdf, paper.table, language);
  pdf.fontSize(size);
  ending(pdf, paper, language);
  pageNumbers(pdf);
  pdf.end();
  return done.then((body) => ({ mediaType: 'application/pdf', body }));
}

function collected(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
  });
}

function heading(pdf: Pdf, { title, number }: PaperDocument, language: Language): void {
  pdf.font('bold').fontSize(20).text(title[language], { align: 'center', lineGap: 4 });
  pdf.font('plain').fontSize(size);
  if (number !== null) pdf.text(number, { align: 'center', lineGap });
  pdf.moveDown(1.2);
}

/** Labels in one column, as wide as the widest, what they label in another. */
function parties(pdf: Pdf, paper: PaperDocument, language: Language): void {
  const { left, right } = pdf.page.margins;
  const labels = paper.parties.map(({ role }) => `${role[language]}${colon[language]}`);
  const width = Math.max(0, ...labels.map((label) => pdf.font('bold').widthOfString(label))) + 6;
  paper.parties.forEach(({ name }, i) => {
    const room = pdf.page.width - left - right - width;
    keepTogether(pdf, pdf.font('plain').heightOfString(name, { width: room, lineGap }));
    const top = pdf.y;
    pdf.font('bold').text(labels[i]!, left, top, { lineGap, lineBreak: false });
    pdf.font('plain').text(name, left + width, top, { width: room, lineGap });
  });
  pdf.x = left;
  pdf.moveDown(0.8);
}

function ending(pdf: Pdf, { issuer, day, signatures }: PaperDocument, language: Language): void {
  const { left, right } = pdf.page.margins;
  keepTogether(pdf, 90 + 34 * signatures.length);
  pdf.moveDown(1.6);
  for (const line of [issuer, dayInWords(day, language)]) pdf.text(line, left, pdf.y, { align: 'right', lineGap, width: pdf.page.width - left - right });
  pdf.moveDown(1);
  const labels = signatures.map((words) => `${words[language]}${colon[language]}`);
  const from = left + Math.max(0, ...labels.map((label) => pdf.widthOfString(label))) + 4;
  for (const label of labels) {
    const top = pdf.y + 12;
    pdf.text(label, left, top, { lineBreak: false });
    const base = top + size + 5;
    pdf.moveTo(from, base).lineTo(from + 160, base).lineWidth(0.5).stroke('#555');
    pdf.x = left;
    pdf.y = base + 6;
  }
}

/** At the foot of each page, where there are several. */
function pageNumbers(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange();
  for (let i = 0; count > 1 && i < count; i++) {
    pdf.switchToPage(i);
    // Below the margin a line would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.font('plain').fontSize(9).text(`${i + 1} / ${count}`, 0, pdf.page.height - 46, { align: 'center', width: pdf.page.width, lineBreak: false });
  }
}
