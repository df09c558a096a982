import { seal, unseal } from './seal.js';

const key = Buffer.alloc(32, 7);
const place = ['network', 'row'];

describe('A sealed text', () => {
  it('opens with its key at its place, unchanged, and shows nothing of itself', () => {
    const sealed = seal(key, place, '密 secret');
    expect(unseal(key, place, sealed)).toBe('密 secret');
    expect(sealed.includes('secret')).toBe(false);
  });

  it('is another each time it is sealed', () => {
    expect(seal(key, place, 'secret').equals(seal(key, place, 'secret'))).toBe(false);
  });

  it.each([
    ['another key', () => unseal(Buffer.alloc(32, 8), place, seal(key, place, 'x'))],
    ['another place', () => unseal(key, ['network', 'other'], seal(key, place, 'x'))],
    ['another version', () => unseal(key, place, Buffer.concat([Buffer.of(2), seal(key, place, 'x').subarray(1)]))],
    ['a changed byte', () => {
      const sealed = seal(key, place, 'x');
      sealed[14]! ^= 1;
      return unseal(key, place, sealed);
    }],
  ])('does not open with %s', (_, opening) => {
    expect(opening).toThrow();
  });
});
