import { randomBytes } from 'node:crypto';
import { newId } from '@app/kernel';
import { personalKeys } from './personal-keys.js';
import { blindIndex, openField, sealField } from './sealed-field.js';

const hashKey = randomBytes(32);
const [first, second] = [{ version: 1, key: randomBytes(32) }, { version: 2, key: randomBytes(32) }];
const keys = personalKeys([first], hashKey);
const place = { networkId: newId(), rowId: newId(), field: 'phone' };

describe('A sealed field', () => {
  it('opens at its own place, and never seals the same text twice alike', () => {
    const sealed = sealField(keys, place, '+8613812345678');
    expect(openField(keys, 1, place, sealed)).toBe('+8613812345678');
    expect(sealField(keys, place, '+8613812345678')).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('138');
  });

  it.each([['networkId', newId()], ['rowId', newId()], ['field', 'name']])('does not open under another %s', (what, other) => {
    expect(() => openField(keys, 1, { ...place, [what]: other }, sealField(keys, place, 'x'))).toThrow(/authenticate/);
  });

  it('does not open once a byte of it is changed', () => {
    const bytes = Buffer.from(sealField(keys, place, 'Zhang San'), 'base64');
    bytes[14] = bytes[14]! ^ 1;
    expect(() => openField(keys, 1, place, bytes.toString('base64'))).toThrow(/authenticate/);
  });

  it('opens after another key has followed, which seals from then on', () => {
    const old = sealField(keys, place, 'x');
    const both = personalKeys([second, first], hashKey);
    expect(openField(both, 1, place, old)).toBe('x');
    expect(openField(both, both.current, place, sealField(both, place, 'y'))).toBe('y');
    expect(() => openField(personalKeys([second], hashKey), 1, place, old)).toThrow('Version 1 of the keys of personal data is not configured.');
  });
});

describe('The keys', () => {
  it('are at least one, each version once', () => {
    expect(() => personalKeys([], hashKey)).toThrow('No key');
    expect(() => personalKeys([first, { ...second, version: 1 }], hashKey)).toThrow('Two keys of personal data have the version 1.');
  });
});

describe('A blind index', () => {
  it('is the same for the same text, whichever key seals, and another for another network, field or text', () => {
    const index = blindIndex(keys, place.networkId, 'phone', '1');
    expect(blindIndex(personalKeys([second, first], hashKey), place.networkId, 'phone', '1')).toEqual(index);
    expect(blindIndex(keys, newId(), 'phone', '1')).not.toEqual(index);
    expect(blindIndex(keys, place.networkId, 'email', '1')).not.toEqual(index);
    expect(blindIndex(keys, place.networkId, 'phone', '2')).not.toEqual(index);
  });
});
