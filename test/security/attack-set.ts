import { gzipSync } from 'node:zlib';
import type { RawRequest } from './raw-request.js';

/** An attack by its name, and what it must be answered with. */
export interface Attack {
  readonly name: string;
  readonly request: RawRequest;
  /** The codes, one of which the answer carries; where no operation is reached at all, the status alone. */
  readonly codes: readonly string[];
  readonly status: readonly number[];
}

const json = ['Content-Type', 'application/json'] as const;
const times = (n: number, text: (i: number) => string, between = ' ') => Array.from({ length: n }, (_, i) => text(i)).join(between);

/** Odd, and allowed: nothing comes of it but an answer. */
export const harmless = (token: string): RawRequest => ({
  headers: [json, ['Authorization', `Bearer ${token}`]], body: JSON.stringify({ query: `{ ${times(400, () => '... {')} __typename ${times(400, () => '}')} }` }),
});

/** Everything that is not to get anywhere, sent by somebody who is logged in. */
export function attackSet(token: string): Attack[] {
  const signedIn = [json, ['Authorization', `Bearer ${token}`]] as const;
  const document = (name: string, query: unknown, code: string | readonly string[], more: object = {}): Attack =>
    ({ name, request: { headers: signedIn, body: JSON.stringify({ query, ...more }) }, codes: [code].flat(), status: [400] });
  return [...ofDocuments(document), ...ofIntrospection(document), ...ofNames(document), ...ofTransport(token), ...ofBodies(signedIn)];
}

type Document = (name: string, query: unknown, code: string | readonly string[], more?: object) => Attack;

function ofDocuments(document: Document): Attack[] {
  const fund = (inner: string) => `{ funds { edges { node { ${inner} } } } }`;
  const within = (n: number): string => (n === 0 ? 'id' : `... { member { ... { ${within(n - 1)} } } }`);
  const deep = (n: number): string => (n === 0 ? 'id' : `member { agreements { ${deep(n - 1)} } }`);
  return [
    document('aliases of one field', fund(times(31, (i) => `a${i}: id`)), 'TOO_MANY_ALIASES'),
    document('aliases of one query', `{ ${times(16, (i) => `a${i}: network { id }`)} }`, ['TOO_MANY_ALIASES', 'TOO_MANY_ROOT_FIELDS']),
    document('aliases within fragments', `{ ...a ...b } fragment a on Query { ${times(20, (i) => `a${i}: me { email }`)} } fragment b on Query { ${times(20, (i) => `b${i}: me { email }`)} }`, ['TOO_MANY_ALIASES', 'TOO_MANY_ROOT_FIELDS']),
    document('a field over and over', fund(times(501, () => 'id')), 'TOO_MANY_FIELDS'),
    document('depth', fund(deep(8)), 'TOO_DEEP'),
    document('depth by inline fragments', fund(within(10)), 'TOO_DEEP'),
    document('a document nested beyond any stack', `{ ${'a{'.repeat(900)}a${'}'.repeat(900)} }`, ['TOO_DEEP', 'TOO_MANY_TOKENS']),
    document('a list nested beyond any stack', `{ node(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`, ['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']),
    document('types nested beyond any stack', `query($a: ${'['.repeat(900)}ID${']'.repeat(900)}) { __typename }`, ['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']),
    document('directives', `{ __typename ${times(21, () => '@include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'),
    document('unknown directives', `{ __typename ${times(21, (i) => `@d${i}`)} }`, 'TOO_MANY_DIRECTIVES'),
    document('directives on the operation', `query ${times(21, () => '@skip(if: false)')} { __typename }`, 'TOO_MANY_DIRECTIVES'),
    document('fragments in a circle', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 'BAD_REQUEST'),
    document('a fragment in itself', '{ ...a } fragment a on Query { ...a }', 'BAD_REQUEST'),
    document('fragments in a circle that nobody spreads', '{ __typename } fragment a on Query { ...b } fragment b on Query { ...a }', ['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED']),
    document('fragments that double', `{ ...f0 } ${times(30, (i) => `fragment f${i} on Query { ${i < 29 ? `...f${i + 1} ...f${i + 1}` : '__typename'} }`)}`, 'TOO_MANY_FIELDS'),
    document('overlapping fields in pairs', `{ ${times(300, (i) => `...f${i}`)} } ${times(300, (i) => `fragment f${i} on Query { me { email } }`)}`, ['TOO_MANY_TOKENS', 'TOO_MANY_ROOT_FIELDS', 'TOO_MANY_FIELDS']),
    document('tokens', `{ ${times(2_001, () => 'me')} }`, 'TOO_MANY_TOKENS'),
    document('comments and commas are no way around', `{ ${times(2_001, () => '#x\n,,me')} }`, 'TOO_MANY_TOKENS'),
    document('cost', '{ accounts(first: 100) { edges { node { history(first: 100) { edges { node { line } } } } } } }', 'TOO_COSTLY'),
    document('cost by a variable', 'query($n: Int!) { accounts(first: $n) { edges { node { history(first: $n) { edges { node { line } } } } } } }', 'TOO_COSTLY', { variables: { n: 100 } }),
    document('two mutations', 'mutation { a: logOut { ended } b: logOut { ended } }', 'ONE_MUTATION_AT_A_TIME'),
    document('a mutation twice by a fragment', 'mutation { ...f ...g } fragment f on Mutation { a: logOut { ended } } fragment g on Mutation { b: logOut { ended } }', 'ONE_MUTATION_AT_A_TIME'),
    document('a subscription', 'subscription { funds { id } }', ['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']),
    document('variables by the thousand', `query(${times(600, (i) => `$v${i}: ID`)}) { __typename }`, ['TOO_MANY_TOKENS', 'GRAPHQL_VALIDATION_FAILED']),
    document('a page beyond all pages', '{ funds(first: 2147483648) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'),
  ];
}

function ofIntrospection(document: Document): Attack[] {
  const off = 'INTROSPECTION_OFF';
  return [
    document('the schema', '{ __schema { types { name } } }', off), document('a type', '{ __type(name: "Fund") { name fields { name } } }', off),
    document('the schema in a fragment', '{ ...f } fragment f on Query { __schema { queryType { name } } }', off),
    document('the schema in fragments of fragments', '{ ...a } fragment a on Query { ...b } fragment b on Query { ... on Query { ... { __schema { types { name } } } } }', off),
    document('the schema under an alias', '{ network: __schema { types { name } } }', off),
    document('the schema in a mutation', 'mutation { __schema { types { name } } }', [off, 'GRAPHQL_VALIDATION_FAILED']),
    document('the schema behind a directive', 'query($no: Boolean!) { __schema @skip(if: $no) { types { name } } __typename }', off, { variables: { no: true } }),
    document('the schema of another operation', 'query a { __typename } query b { __schema { types { name } } }', off, { operationName: 'a' }),
    document('a service\'s own schema', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'),
    document('a guess of a query', '{ netwrk { id } }', 'GRAPHQL_VALIDATION_FAILED'), document('a guess of a field', '{ network { nam } }', 'GRAPHQL_VALIDATION_FAILED'),
    document('a guess of an argument', '{ funds(frst: 1) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'), document('a guess of a type', '{ node(id: "x") { ... on Fnd { id } } }', 'GRAPHQL_VALIDATION_FAILED'),
    document('a guess of a value', '{ funds(kind: GUARANTE_FUND) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'),
    document('a guess of an input', 'mutation($i: LogInInpt!) { logIn(input: $i) { personId } }', 'GRAPHQL_VALIDATION_FAILED'),
    document('a guess within an input', 'mutation($i: LogInInput!) { logIn(input: $i) { personId } }', 'BAD_REQUEST', { variables: { i: { emai: 'x' } } }),
    document('a guess of a directive', '{ network @skp(if: true) { id } }', 'GRAPHQL_VALIDATION_FAILED'),
  ];
}

function ofNames(document: Document): Attack[] {
  const two = 'query a { __typename } query b { me { email } }';
  const hash = { persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38' } };
  return [
    document('several operations and no name', two, 'BAD_REQUEST'), document('a name that is none of them', two, 'BAD_REQUEST', { operationName: 'c' }),
    document('a name of a prototype', two, 'BAD_REQUEST', { operationName: '__proto__' }), document('an empty name', two, 'BAD_REQUEST', { operationName: '' }),
    document('a name that is a list', two, 'BAD_REQUEST', { operationName: ['a'] }), document('a name that is an object', two, 'BAD_REQUEST', { operationName: { a: 1 } }),
    document('two operations of one name', 'query a { __typename } query a { me { email } }', 'GRAPHQL_VALIDATION_FAILED', { operationName: 'a' }),
    document('a persisted query', undefined, 'BAD_REQUEST', { extensions: hash }), document('a persisted query and an empty text', '', 'BAD_REQUEST', { extensions: hash }),
    document('a persisted query\'s hash as the text', hash.persistedQuery.sha256Hash, 'GRAPHQL_PARSE_FAILED', { persisted: true }), document('an id instead of a text', undefined, 'BAD_REQUEST', { id: '1', documentId: '1', doc_id: '1' }),
    document('a parsed document', { kind: 'Document', definitions: [] }, 'BAD_REQUEST'), document('a parsed document as text', JSON.stringify({ kind: 'Document', definitions: [] }), ['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED']),
    document('definitions of a schema', 'type Query { x: String } extend type Fund { x: String }', ['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED']),
    document('a bomb of variables', '{ __typename }', ['BAD_REQUEST'], { variables: [1] }),
    document('a variable nested without end', 'query($i: LogInInput!) { node(id: "x") { id } }', ['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED'], { variables: { i: nested(2_000) } }),
  ];
}

const nested = (levels: number): object => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as object;

function ofTransport(token: string): Attack[] {
  const bearer = ['Authorization', `Bearer ${token}`] as const;
  const body = JSON.stringify({ query: '{ me { email } }' });
  const typed = (type: string): Attack => ({ name: `content type ${type || 'none'}`, request: { headers: [bearer, ...(type ? [['Content-Type', type] as const] : [])], body }, codes: ['UNSUPPORTED_MEDIA_TYPE'], status: [415] });
  const types = [
    '', 'text/plain', 'text/plain; charset=utf-8', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'application/jsonp',
    'application/json, text/plain', 'text/plain; application/json', 'application/json; charset=utf-16', 'application/json; charset=utf-7', 'application/json+graphql', 'application/csp-report', '*/*',
  ];
  const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) => ['{me{email}}', 'mutation{logOut{ended}}'].map((query): Attack => ({
    name: `${method} ${query}`, request: { method, path: `/graphql?query=${encodeURIComponent(query)}`, headers: [bearer, json] }, codes: method === 'HEAD' ? [] : ['METHOD_NOT_ALLOWED'], status: [405],
  })));
  const upgrade = (protocol: string): Attack => ({
    name: `a socket by ${protocol}`, codes: [], status: [400, 404, 405, 426],
    request: { method: 'GET', length: false, headers: [bearer, ['Upgrade', 'websocket'], ['Connection', 'Upgrade'], ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='], ['Sec-WebSocket-Version', '13'], ['Sec-WebSocket-Protocol', protocol]] },
  });
  const overridden = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'].map((name): Attack =>
    ({ name: `GET that says POST by ${name}`, request: { method: 'GET', path: '/graphql?query={me{email}}', headers: [bearer, json, [name, 'POST']] }, codes: ['METHOD_NOT_ALLOWED'], status: [405] }));
  return [...types.map(typed), ...methods, upgrade('graphql-transport-ws'), upgrade('graphql-ws'), ...overridden];
}

function ofBodies(headers: readonly (readonly [string, string])[]): Attack[] {
  const body = JSON.stringify({ query: '{ __typename }' });
  const bad = (name: string, text: Buffer | string, more: Partial<Attack> = {}, extra: readonly (readonly [string, string])[] = []): Attack =>
    ({ name, request: { headers: [...headers, ...extra], body: text }, codes: ['BAD_REQUEST'], status: [400], ...more });
  const tooLarge = { codes: ['BODY_TOO_LARGE'], status: [413] };
  const bomb = gzipSync(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(20_000_000) } }));
  const many = times(1_500, (i) => `"v${i}":1`, ',');
  return [
    bad('a batch', `[${body},${body}]`, { codes: ['BATCHING_OFF'] }), bad('a batch of one', `[${body}]`, { codes: ['BATCHING_OFF'] }), bad('an empty batch', '[]', { codes: ['BATCHING_OFF'] }),
    bad('a body of 300 kB', JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } }), tooLarge),
    { name: 'a body that says it is large', request: { headers: [...headers, ['Content-Length', '999999999']], body, length: false }, ...tooLarge },
    ...['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'identity, gzip'].map((coding) => bad(`a bomb in ${coding}`, bomb, { codes: ['BAD_REQUEST', 'UNSUPPORTED_MEDIA_TYPE'], status: [400, 415] }, [['Content-Encoding', coding]])),
    bad('a text in one piece of JSON', '"{ __typename }"'), bad('half a JSON', '{"query":'), bad('no JSON', 'query { me { email } }'), bad('null', 'null'), bad('nothing', ''),
    bad('two JSONs', `${body}${body}`), bad('a prototype', '{"query":"{ __typename }","__proto__":{"x":1}}'), bad('a constructor', '{"query":"{ __typename }","constructor":{"prototype":{"x":1}}}'),
    bad('brackets without end', `{"query":"{ __typename }","variables":${'['.repeat(100_000)}`), bad('variables by the thousand that are a list', `{"query":"{ __typename }","variables":[{${many}}]}`),
    bad('a number beyond all numbers', '{"query":1e999}'), bad('bytes that are no UTF-8 for a query', Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('"}')]), { codes: ['GRAPHQL_PARSE_FAILED', 'BAD_REQUEST'] }),
    bad('UTF-16', Buffer.from(body, 'utf16le')),
    { name: 'a flood of headers', request: { headers: [...headers, ...Array.from({ length: 3_000 }, (_, i) => [`X-${i}`, 'x'] as const)], body }, codes: [], status: [431, 400] },
    { name: 'one header of 100 kB', request: { headers: [...headers, ['X-Long', 'x'.repeat(100_000)]], body }, codes: [], status: [431, 400] },
    { name: 'an address of 100 kB', request: { path: `/graphql?${'x'.repeat(100_000)}`, headers, body }, codes: [], status: [431, 414, 400] },
    { name: 'two lengths', request: { headers: [...headers, ['Content-Length', '5']], body }, codes: [], status: [400] },
    { name: 'a length and chunks', request: { headers: [...headers, ['Transfer-Encoding', 'chunked']], body }, codes: [], status: [400] },
    { name: 'a header with a line break', request: { headers: [...headers, ['X-Split', 'a\r\n bad']], body }, codes: [], status: [400] },
  ];
}
