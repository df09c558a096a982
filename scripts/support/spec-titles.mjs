import ts from 'typescript';

const id = String.raw`(?:TG-[A-D]\d+|(?:FR|QF|CX|SN|AG|SO|LR|DS|CS|QM|RO|GB)-\d+|CAR-\d+|CL-\d+|ZJ-(?:\d+|RET|RESET)|REG-(?:PAID|PERIOD)|N-(?:\d+[A-Z]?|RETa|RETb|START|RESET))`;
const range = new RegExp(String.raw`\b${id}\s*(?:…|\.\.+|–|—|to|through|bis)\s*(?:${id}|[A-Z]?\d+)`, 'g');
const single = new RegExp(String.raw`(?<![\w-])${id}(?![\w-])`, 'g');

/**
 * The rules that a title names one by one: a range names none, since nobody can see which of its rules were proved.
 * @param {string} title
 * @returns {string[]}
 */
export function idsIn(title) {
  return [...new Set(title.replace(range, ' ').match(single) ?? [])];
}

/**
 * The full titles of the tests in a spec file, those of its describes before them, rows of `it.each` filled in. A test that
 * is skipped, to do or expected to fail is none.
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
export function titlesIn(path, text) {
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(ast);
  return titlesBelow(ast, constants).map((title) => title.join(' › '));
}

function titlesBelow(node, constants) {
  const found = [];
  const visit = (child) => {
    const call = ts.isCallExpression(child) ? blockOf(child) : null;
    if (!call) return void child.forEachChild(visit);
    if (call.idle) return;
    const [title, body] = child.arguments;
    const titles = spelled(title, call.rows && resolved(call.rows, constants), constants);
    if (call.kind === 'test') return void found.push(...titles.map((one) => [one]));
    const inner = body ? titlesBelow(body, constants) : [];
    found.push(...titles.flatMap((one) => inner.map((rest) => [one, ...rest])));
  };
  node.forEachChild(visit);
  return found;
}

/** `it('…')`, `test.only('…')`, `describe.each(rows)('…')`: what kind of block a call is, and with which rows. */
function blockOf(call) {
  let callee = call.expression;
  let rows = null;
  if (ts.isCallExpression(callee) || ts.isTaggedTemplateExpression(callee)) {
    rows = ts.isCallExpression(callee) ? callee.arguments[0] : null;
    callee = ts.isCallExpression(callee) ? callee.expression : callee.tag;
    if (!callee.getText().endsWith('.each')) return null;
  }
  const words = callee.getText().split('.');
  const kind = /^(it|test|xit|xtest|fit)$/.test(words[0]) ? 'test' : /^(describe|xdescribe|fdescribe)$/.test(words[0]) ? 'describe' : null;
  if (!kind || !words.slice(1).every((word) => ['only', 'each', 'concurrent', 'skip', 'todo', 'failing'].includes(word))) return null;
  return { kind, rows, idle: words[0].startsWith('x') || words.some((word) => ['skip', 'todo', 'failing'].includes(word)) };
}

function constantsOf(ast) {
  const constants = new Map();
  for (const statement of ast.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) if (initializer) constants.set(name.getText(), initializer);
  }
  return constants;
}

function resolved(node, constants) {
  const bare = stripped(node);
  return ts.isIdentifier(bare) && constants.has(bare.text) ? stripped(constants.get(bare.text)) : bare;
}

function stripped(node) {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? stripped(node.expression) : node;
}

/** The title, once for each row where it has rows that are written out; a value that is not stays a placeholder. */
function spelled(title, rows, constants) {
  const text = title && literal(resolved(title, constants));
  if (text === null || text === undefined) return [];
  if (!rows || !ts.isArrayLiteralExpression(rows)) return [text];
  return rows.elements.map((row) => filled(text, resolved(row, constants), constants));
}

function filled(text, row, constants) {
  const cells = ts.isArrayLiteralExpression(row) ? [...row.elements] : [row];
  const fields = ts.isObjectLiteralExpression(row)
    ? new Map(row.properties.filter(ts.isPropertyAssignment).map((one) => [one.name.getText(), one.initializer]))
    : new Map();
  const value = (node) => node && literal(resolved(node, constants));
  return text
    .replace(/\$(\w+)/g, (whole, name) => value(fields.get(name)) ?? whole)
    .replace(/%[sdifjop]/g, (whole) => (ts.isObjectLiteralExpression(row) ? whole : value(cells.shift()) ?? whole));
}

function literal(node) {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  return null;
}
