import fc from 'fast-check';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

/** What no caller should send and somebody will: of one type those that every run tries, and those of which some are drawn. */
interface Bad {
  readonly always: readonly unknown[];
  readonly drawn: readonly unknown[];
}

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);

const shapes: readonly unknown[] = [null, {}, [], [[]], '', 0, -1, 1.5, true, 'x', [null], { a: 1 }, deep(60), Array.from({ length: 300 }, () => 'x'), { length: 1 }];

const texts: readonly string[] = [
  '', ' ', '\u0001\u001f\u007f', '\r\n\t', 'a\udfffb', '\u202eabc\u202c', '\u200b', '\ufeffx', '\uffff', 'e\u0301'.repeat(50), '💥'.repeat(60), '汉'.repeat(400),
  `' OR 1=1; --`, `"; DROP TABLE member; --`, '%_\\', '$1', '../../../../etc/passwd', 'C:\\x', '%00', '{{7*7}}', '${x}', '<script>', '__proto__', 'constructor', 'null',
  'NaN', 'Infinity', '-1', '0', '0.00', '1e3', '1e308', '0x10', '１.00', '٣', '1,000.00', '92233720368547758.07', '92233720368547758.08', '9'.repeat(40),
  '0.000000000000000000001', 'x'.repeat(101), 'x'.repeat(501), 'x'.repeat(1_001), 'x'.repeat(20_000), 'true',
];

const byName: Readonly<Record<string, Bad>> = {
  String: { always: ['a\0b', '\ud800', 'x'.repeat(2_001)], drawn: texts },
  ID: { always: ['a\0b', `fnd_${'z'.repeat(26)}`], drawn: ['fnd_', 'fnd_x', 'xxx_00000000000000000000000000', `FND_${'0'.repeat(26)}`, `mbr_${'0'.repeat(26)}`, ` fnd_${'0'.repeat(26)}`, 7, 1.5, ...texts] },
  Int: { always: [2_147_483_647, -2_147_483_648], drawn: [2_147_483_648, -1, 0, 1e21, '1', 1.5, 9_007_199_254_740_992, '2147483648', -0] },
  Boolean: { always: ['true'], drawn: [0, 1, 'false', 'yes', ''] },
  Day: { always: ['9999-12-31', '1900-01-01', '2026-02-30'], drawn: ['0000-00-00', '1899-12-31', '10000-01-01', '2026-1-1', 'infinity', '-infinity', 'now', 'today', '2026-05-01T00:00:00Z', 20_260_501, '2026-05-01\0', '２０２６-05-01', '-2026-05-01'] },
  JSONObject: {
    always: [{}, { goods: [{ id: 'a\0b' }] }, JSON.parse('{"__proto__":{"goods":[]},"goods":[]}'), { goods: [1.5], 'a\0b': [] }],
    drawn: [deep(60), { goods: null }, { goods: [[]] }, { goods: Array.from({ length: 3_000 }, () => null) }, { goods: [], constructor: [] }, ['goods'], 'goods'],
  },
  DateTime: {
    always: ['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z'],
    drawn: ['+275760-09-13T00:00:00Z', '2026-13-01T00:00:00Z', '2026-05-01T25:00:00Z', '2026-05-01', 'infinity', '2026-02-30T00:00:00Z', 1e15, '0000-01-01T00:00:00Z', '2026-05-01T00:00:00', '2026-05-01T00:00:00+99:99'],
  },
};

export function badFor(type: GraphQLInputType): Bad {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  if (isListType(bare)) return { always: [[null]], drawn: [...shapes, Array.from({ length: 2_000 }, () => null), [[['x']]]] };
  if (isEnumType(bare)) return { always: ['toString'], drawn: [...shapes, bare.getValues()[0]!.name.toLowerCase(), '__proto__', 'a\0b'] };
  if (isInputObjectType(bare)) return { always: [null], drawn: [...shapes, { unknown: 1 }, JSON.parse('{"__proto__":{"x":1}}')] };
  const { always, drawn } = byName[getNamedType(bare).name] ?? byName.String!;
  return { always, drawn: [...drawn, ...shapes] };
}

/** Values by chance: what fits the type often, what does not now and then. */
function arbitrary(type: GraphQLInputType): fc.Arbitrary<unknown> {
  const name = getNamedType(type).name;
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 40 }));
  const fitting: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    Int: fc.integer(), Boolean: fc.boolean(), Day: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    DateTime: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  };
  return fc.oneof({ weight: 3, arbitrary: fitting[name] ?? text }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) }, { weight: 1, arbitrary: fc.double() });
}

/** What one input is tried with: always the worst, and of the rest as many as `length` says. */
export function valuesFor(type: GraphQLInputType, seed: number, length: number): unknown[] {
  const { always, drawn } = badFor(type);
  const some = length >= drawn.length ? drawn : fc.sample(fc.constantFrom(...drawn), { seed, numRuns: length });
  return [...always, ...some, ...fc.sample(arbitrary(type), { seed, numRuns: Math.ceil(length / 2) })];
}
