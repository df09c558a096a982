import fc from 'fast-check';
import { idPrefixes, newId, parseId, readId, showId, type IdKind } from './ids.js';

const kinds = Object.keys(idPrefixes) as IdKind[];
const anyKind = fc.constantFrom(...kinds);

describe('A new id', () => {
  it('is a UUID of version 7 and of the present moment', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const ms = parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    expect(ms).toBeGreaterThanOrEqual(before);
    expect(ms).toBeLessThan(before + 1000);
  });

  it('is strictly greater than the one before, also when very many are made within a millisecond', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids.every((id, i) => i === 0 || id > ids[i - 1]!)).toBe(true);
  });
});

describe('An id on the API', () => {
  it('reads back to the id it shows, whatever its bits', () => {
    fc.assert(fc.property(anyKind, fc.uuid(), (kind, id) => {
      expect(readId(kind, showId(kind, id))).toBe(id);
      expect(parseId(showId(kind, id))).toEqual({ kind, id });
    }));
  });

  it('says what it names, and sorts as the ids do', () => {
    const [first, second] = [newId(), newId()];
    expect(showId('fund', first)).toMatch(/^fnd_[0-9a-z]{26}$/);
    expect(showId('fund', first) < showId('fund', second)).toBe(true);
  });

  it('has a prefix of its own for every kind', () => {
    expect(new Set(Object.values(idPrefixes)).size).toBe(kinds.length);
  });

  it('of another kind is not found', () => {
    fc.assert(fc.property(anyKind, anyKind, fc.uuid(), (kind, other, id) => {
      fc.pre(kind !== other);
      expect(() => readId(kind, showId(other, id))).toThrow('kernel: NOT_FOUND');
    }));
  });

  it.each([
    ['nothing', ''],
    ['a bare UUID', '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['a prefix alone', 'fnd_'],
    ['an unknown prefix', `zzz_${'0'.repeat(26)}`],
    ['no prefix', '0'.repeat(26)],
    ['too short', `fnd_${'0'.repeat(25)}`],
    ['too long', `fnd_${'0'.repeat(27)}`],
    ['upper case', `FND_${'0'.repeat(26)}`],
    ['a letter Crockford leaves out', `fnd_${'0'.repeat(25)}u`],
    ['more than 128 bits', `fnd_8${'0'.repeat(25)}`],
    ['a trailing newline', `fnd_${'0'.repeat(26)}\n`],
  ])('that is %s is not found', (_, text) => {
    expect(parseId(text)).toBeNull();
    expect(() => readId('fund', text)).toThrow('kernel: NOT_FOUND');
  });
});
