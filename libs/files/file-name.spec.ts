import { fileName } from './file-name.js';

describe('A file name', () => {
  it.each(['发票 2026-03.pdf', 'a.jpg', '…照片(1).heic', 'x'.repeat(200)])('may be %s', (name) => {
    expect(fileName(name)).toBe(name);
  });

  it('is written in one way, however it was composed', () => {
    expect(fileName(' e\u0301.pdf ')).toBe('é.pdf');
  });

  it.each([
    '', '  ', '.', '..', '../secrets.json', '..\\secrets.json', '/etc/passwd', 'a/b.pdf', 'a\r\nSet-Cookie: x=1.pdf', 'a\0.pdf', 'a\u007f.pdf',
    'invoice\u202Efdp.exe', '\ud800.pdf', 'x'.repeat(201), null, 7, ['a.pdf'],
  ])('may not be %j', (name) => {
    expect(() => fileName(name)).toThrow('files: NAME_INVALID');
  });
});
