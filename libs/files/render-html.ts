import { colon, dayInWords, type Language, type PaperDocument, type PaperTable, type Rendered } from './document.js';
import { escapeHtml } from './escape-html.js';

const style = `
body{font:11pt/1.8 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#111;max-width:44em;margin:3em auto;padding:0 2em}
h1{font-size:20pt;text-align:center;letter-spacing:.1em;margin:0 0 .3em}
.number{text-align:center;margin:0 0 2em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .5em;margin:0 0 1.2em}
dt{font-weight:bold}dd{margin:0}
:lang(zh) .says{text-indent:2em}
.says{margin:.4em 0;white-space:pre-line}
table{border-collapse:collapse;width:100%;margin:1em 0}
th,td{border:1px solid #555;padding:.2em .6em;text-align:left}
.right{text-align:right}
.end{text-align:right;margin:2.5em 0}
.sign{margin:1.6em 0}.sign i{display:inline-block;min-width:7em;font-style:normal}.sign span{display:inline-block;border-bottom:1px solid #555;width:14em}
@media print{body{margin:0;max-width:none}}
`;

/** The paper as a page of its own: no script, nothing loaded from anywhere. */
export function renderHtml(paper: PaperDocument, language: Language): Rendered {
  const say = (text: string) => escapeHtml(text);
  const title = say(paper.title[language]);
  const parts = [
    `<h1>${title}</h1>`,
    paper.number === null ? '' : `<p class="number">${say(paper.number)}</p>`,
    `<dl>${paper.parties.map(({ role, name }) => `<dt>${say(role[language] + colon[language].trim())}</dt><dd>${say(name)}</dd>`).join('')}</dl>`,
    ...paper.paragraphs.map((words) => `<p class="says">${say(words[language])}</p>`),
    paper.table ? tableOf(paper.table, language) : '',
    `<p class="end">${say(paper.issuer)}<br>${say(dayInWords(paper.day, language))}</p>`,
    ...paper.signatures.map((words) => `<p class="sign"><i>${say(words[language] + colon[language])}</i><span></span></p>`),
  ];
  const page = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body>
${parts.filter(Boolean).join('\n')}
</body></html>
`;
  return { mediaType: 'text/html; charset=utf-8', body: Buffer.from(page) };
}

function tableOf({ head, rows }: PaperTable, language: Language): string {
  const side = (column: number) => (head[column]?.align === 'right' ? ' class="right"' : '');
  const titles = head.map(({ words }, i) => `<th${side(i)}>${escapeHtml(words[language])}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => `<td${side(i)}>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${titles}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
