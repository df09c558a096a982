import fc from 'fast-check';
import { canonicalText, digestOf } from './canonical.js';
import { packDifference, shownRows } from './pack-difference.js';

const row = (id: string, more: object = {}) => ({ id, source: 'S2', mark: 'S', ...more });
const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.bigInt(), fc.array(fc.string(), { maxLength: 3 }));
const anyRow = fc.record({ id: fc.constantFrom('a', 'b', 'c'), source: fc.string(), mark: fc.constantFrom('S', 'W'), x: value, y: value });
const rules = fc.record({ first: fc.array(anyRow, { maxLength: 6 }), second: fc.array(anyRow, { maxLength: 3 }), title: value.filter((one) => !Array.isArray(one)) });

/** The same with the keys of every object the other way round. */
function turned(of: unknown): unknown {
  if (Array.isArray(of)) return of.map(turned);
  if (of && typeof of === 'object') return Object.fromEntries(Object.entries(of).reverse().map(([key, item]) => [key, turned(item)]));
  return of;
}

describe('The digest of rules, over any rules', () => {
  it('does not mind the order of keys, nor the way through JSON', () => {
    fc.assert(fc.property(rules, (of) => {
      expect(digestOf(turned(of))).toBe(digestOf(of));
      expect(digestOf(JSON.parse(canonicalText(of)))).toBe(digestOf(of));
    }));
  });

  it('is another for other rules', () => {
    fc.assert(fc.property(rules, rules, (a, b) => {
      expect(digestOf(a) === digestOf(b)).toBe(canonicalText(a) === canonicalText(b));
    }));
  });

  it('minds the order of rows, and takes no fractions', () => {
    expect(digestOf({ a: [row('x'), row('y')] })).not.toBe(digestOf({ a: [row('y'), row('x')] }));
    expect(() => digestOf({ a: [row('x', { daily: 0.005 })] })).toThrow('no whole number');
  });
});

describe('The difference of packs, over any rules', () => {
  it('of rules with themselves is empty', () => {
    fc.assert(fc.property(rules, (of) => {
      expect(packDifference(of, turned(of) as object)).toEqual([]);
    }));
  });

  it('is empty only where each says all that the other does', () => {
    fc.assert(fc.property(rules, rules, (a, b) => {
      const said = (of: object) => shownRows(of).map(canonicalText).sort();
      expect(packDifference(a, b).length === 0).toBe(String(said(a)) === String(said(b)));
    }));
  });

  it('turned round says added for removed, and after for before', () => {
    fc.assert(fc.property(rules, rules, (a, b) => {
      const there = packDifference(a, b).map(({ section, id, change }) => `${section} ${id} ${change}`).sort();
      const other = { added: 'removed', removed: 'added', changed: 'changed' } as const;
      expect(packDifference(b, a).map(({ section, id, change }) => `${section} ${id} ${other[change]}`).sort()).toEqual(there);
    }));
  });
});

describe('The difference of packs', () => {
  it('names rows that came, went and changed, with their fields before and after', () => {
    const before = { rows: [row('TG-1', { months: 3 }), row('TG-2', { rate: '0.005' }), row('TG-3')] };
    const after = { rows: [row('TG-4', { months: 1 }), row('TG-1', { months: 6, mark: 'W' }), row('TG-3')] };
    expect(packDifference(before, after)).toEqual([
      { section: 'rows', id: 'TG-1', change: 'changed', fields: [{ name: 'mark', before: '"S"', after: '"W"' }, { name: 'months', before: '3', after: '6' }] },
      { section: 'rows', id: 'TG-2', change: 'removed', fields: [
        { name: 'source', before: '"S2"', after: null }, { name: 'mark', before: '"S"', after: null }, { name: 'rate', before: '"0.005"', after: null },
      ] },
      { section: 'rows', id: 'TG-4', change: 'added', fields: [
        { name: 'source', before: null, after: '"S2"' }, { name: 'mark', before: null, after: '"S"' }, { name: 'months', before: null, after: '1' },
      ] },
    ]);
  });

  it('matches rows of one id that say the same before those that do not', () => {
    const [shoes, suits, furs] = ['shoes', 'suits', 'furs'].map((goods) => row('TG-A2', { goods }));
    expect(packDifference({ periods: [shoes, suits, furs] }, { periods: [suits, furs] }).map(({ change, fields }) => [change, fields.at(-1)?.before])).toEqual([['removed', '"shoes"']]);
  });

  it('shows a setting by its name', () => {
    expect(packDifference({ basis: 'paid', rows: [] }, { basis: 'invoice', rows: [] })).toEqual([
      { section: 'basis', id: 'basis', change: 'changed', fields: [{ name: 'value', before: '"paid"', after: '"invoice"' }] },
    ]);
  });
});
