import type { Language, PaperTable } from './document.js';

export type Pdf = PDFKit.PDFDocument;

const fontSize = 10;
const padding = 5;
const lineGap = 2;

/** Draws a table as wide as the page: columns as wide as what they hold wants, the head again on every page. */
export function pdfTable(pdf: Pdf, { head, rows }: PaperTable, language: Language): void {
  const { left, right } = pdf.page.margins;
  const titles = head.map(({ words }) => words[language]);
  pdf.fontSize(fontSize);
  const widths = columnWidths(wishes(pdf, titles, rows), pdf.page.width - left - right);
  const draw = (cells: readonly string[], font: 'plain' | 'bold') => drawRow(pdf, cells, head.map(({ align = 'left' }) => align), widths, font);
  pdf.moveDown(0.6);
  keepTogether(pdf, 60);
  draw(titles, 'bold');
  for (const cells of rows) {
    if (pdf.y + rowHeight(pdf, cells, widths, 'plain') > pdf.page.height - pdf.page.margins.bottom) {
      pdf.addPage();
      draw(titles, 'bold');
    }
    draw(cells, 'plain');
  }
  pdf.font('plain').moveDown(0.6);
}

export function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}

/** How wide each column would be if nothing in it were broken. */
function wishes(pdf: Pdf, titles: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return titles.map((title, i) => Math.max(pdf.font('bold').widthOfString(title), ...rows.map((cells) => pdf.font('plain').widthOfString(cells[i] ?? ''))) + 2 * padding + 1);
}

/** Narrow columns get what they wish; the wide share what is left alike. */
export function columnWidths(wished: readonly number[], room: number): number[] {
  const total = wished.reduce((sum, width) => sum + width, 0);
  if (total <= room) return wished.map((width) => width + (room - total) / wished.length);
  const widths = wished.map(() => 0);
  let open = wished.map((_, i) => i);
  for (let left = room; open.length > 0;) {
    const share = left / open.length;
    const content = open.filter((i) => wished[i]! <= share);
    for (const i of content.length > 0 ? content : open) widths[i] = Math.min(wished[i]!, share);
    left -= content.reduce((sum, i) => sum + wished[i]!, 0);
    open = content.length > 0 ? open.filter((i) => !content.includes(i)) : [];
  }
  return widths;
}

const rowHeight = (pdf: Pdf, cells: readonly string[], widths: readonly number[], font: string): number =>
  Math.max(...widths.map((width, i) => pdf.font(font).heightOfString(cells[i] ?? '', { width: width - 2 * padding, lineGap }))) + 2 * padding - lineGap;

function drawRow(pdf: Pdf, cells: readonly string[], aligns: readonly ('left' | 'right')[], widths: readonly number[], font: 'plain' | 'bold'): void {
  const { left } = pdf.page.margins;
  const [top, height] = [pdf.y, rowHeight(pdf, cells, widths, font)];
  let x = left;
  widths.forEach((width, i) => {
    pdf.lineWidth(0.5).rect(x, top, width, height);
    if (font === 'bold') pdf.fillAndStroke('#f0f0f0', '#555');
    else pdf.stroke('#555');
    const text = cells[i] ?? '';
    const inner = { width: width - 2 * padding, lineGap };
    const down = (height - pdf.font(font).heightOfString(text, inner) + lineGap) / 2;
    pdf.fillColor('#000').text(text, x + padding, top + down, { ...inner, align: aligns[i]! });
    x += width;
  });
  pdf.x = left;
  pdf.y = top + height;
}
