import { png } from '../support/upload.js';

interface BadRequest {
  readonly what: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
}

const image = { 'content-type': 'image/png' };
const bad = (what: string, path: string, headers: Record<string, string> = image, body: Buffer | null = png(), method = 'POST'): BadRequest => ({ what, path, method, headers, body });

/** Requests on /files that are wrong in one way each. */
export const badBodies: readonly BadRequest[] = [
  bad('no name', '/files'), bad('an empty name', '/files?name='), bad('two names', '/files?name=a.png&name=b.png'),
  bad('a name in half a character', '/files?name=%e6%94.png%'), bad('a name with NUL', '/files?name=a%00.png'),
  bad('a name of 10,000 characters', `/files?name=${'a'.repeat(10_000)}.png`), bad('a name that is a prototype\'s', '/files?__proto__=a.png'),
  bad('no type', '/files?name=a.png', {}), bad('a type of nothing', '/files?name=a.png', { 'content-type': ';' }),
  bad('a type of 5,000 characters', '/files?name=a.png', { 'content-type': `image/${'x'.repeat(5_000)}` }),
  bad('ten megabytes of nothing', '/files?name=a.csv', { 'content-type': 'text/csv' }, Buffer.alloc(10 * 1024 * 1024)),
  bad('a zip that says it has 65,535 entries', '/files?name=a.xlsx', { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    Buffer.concat([Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'), Buffer.alloc(14, 255)])),
  bad('a PNG whose chunk is longer than the file', '/files?name=a.png', image, Buffer.concat([png().subarray(0, 8), Buffer.from([255, 255, 255, 255]), png().subarray(12)])),
  bad('a HEIC whose boxes lie', '/files?name=a.heic', { 'content-type': 'image/heic' }, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1\xff\xff\xff\xffmeta', 'latin1')),
  bad('a JPEG of markers alone', '/files?name=a.jpg', { 'content-type': 'image/jpeg' }, Buffer.from('ff'.repeat(300), 'hex')),
  bad('a GET of a list', '/files', {}, null, 'GET'), bad('a GET of nothing', '/files/', {}, null, 'GET'),
  bad('a GET with half a character', '/files/%e6%94', {}, null, 'GET'), bad('a GET of a long id', `/files/fil_${'0'.repeat(3_000)}`, {}, null, 'GET'),
  bad('a DELETE', '/files/fil_00000000000000000000000000', {}, null, 'DELETE'), bad('a PUT', '/files?name=a.png', image, png(), 'PUT'),
];
