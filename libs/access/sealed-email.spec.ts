import { openEmail, sealEmail } from './sealed-email.js';

const place = { networkId: 'a', invitationId: 'b' };

describe('A sealed e-mail', () => {
  it('opens for its code, at its place, unchanged', () => {
    const sealed = sealEmail('inv_code', place, '王@example.com');
    expect(openEmail('inv_code', place, sealed)).toBe('王@example.com');
    expect(sealed.includes('example')).toBe(false);
    expect(() => openEmail('inv_other', place, sealed)).toThrow();
    expect(() => openEmail('inv_code', { ...place, networkId: 'c' }, sealed)).toThrow();
    expect(() => openEmail('inv_code', place, Buffer.concat([Buffer.of(sealed[0]! ^ 1), sealed.subarray(1)]))).toThrow();
  });
});
