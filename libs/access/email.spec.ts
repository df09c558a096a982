import { emailOf } from './email.js';

describe('An e-mail address', () => {
  it.each([[' Li.Wei@Example.COM ', 'li.wei@example.com'], ['王@例子.公司', '王@例子.公司'], ['a+b@c.de', 'a+b@c.de']])('%j is kept as %s', (given, kept) => {
    expect(emailOf(given)).toBe(kept);
  });

  it.each(['', 'li', 'li@', '@example.com', 'li@example', 'li@@example.com', 'a b@example.com', 'a@b.c,d@e.fg', `${'a'.repeat(250)}@b.cn`])(
    '%j is none',
    (given) => expect(() => emailOf(given)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'email' })),
  );
});
