import fc from 'fast-check';

export type PotName = 'guarantee_fund' | 'deposit';

/** What may be asked of a shop's funds; `of` picks among what there is at that point of the history. */
export type Command =
  | { readonly do: 'receive'; readonly pot: PotName; readonly minor: bigint; readonly daysAgo: number; readonly again: boolean }
  | { readonly do: 'reverse'; readonly of: number; readonly daysAgo: number }
  | { readonly do: 'propose'; readonly minor: bigint }
  | { readonly do: 'hold'; readonly of: number; readonly hours: number | null }
  | { readonly do: 'decide' | 'take'; readonly of: number; readonly yes: boolean; readonly own: boolean; readonly stale: boolean }
  | { readonly do: 'pay'; readonly of: number; readonly own: boolean; readonly stale: boolean }
  | { readonly do: 'void' | 'expire' | 'close'; readonly of: number }
  | { readonly do: 'accuse'; readonly minor: bigint }
  | { readonly do: 'collect'; readonly of: number; readonly minor: bigint; readonly again: boolean }
  | { readonly do: 'call' | 'keep'; readonly pot: PotName }
  | { readonly do: 'end'; readonly inDays: number; readonly breach: boolean; readonly stale: boolean }
  | { readonly do: 'release'; readonly pot: PotName; readonly minor: bigint | null; readonly daysAgo: number }
  | { readonly do: 'advance'; readonly hours: number };

/** One of the last few there are: what was just begun is what most is asked about. */
export const picked = <T>(among: readonly T[], of: number): T | undefined => among[among.length - 1 - (of % Math.min(among.length, 4))];

const pot = fc.constantFrom<PotName>('guarantee_fund', 'deposit');
const minor = fc.bigInt({ min: 1n, max: 400n });
const of = fc.nat(1_000);
const seldom = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);
const mostly = seldom.map((rare) => !rare);
const when = fc.constantFrom(0, 0, 0, 0, 0, 0, 2, 5, 9, 15, -1, 33);

const receive = fc.record({ do: fc.constant('receive' as const), pot, minor, daysAgo: when, again: seldom });
const reverse = fc.record({ do: fc.constant('reverse' as const), of, daysAgo: when });
const propose = fc.record({ do: fc.constant('propose' as const), minor });
const hold = fc.record({ do: fc.constant('hold' as const), of, hours: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 9 })) });
const decide = fc.record({ do: fc.constant('decide' as const), of, yes: mostly, own: seldom, stale: seldom });
const take = fc.record({ do: fc.constant('take' as const), of, yes: mostly, own: seldom, stale: seldom });
const pay = fc.record({ do: fc.constant('pay' as const), of, own: seldom, stale: seldom });
const letGo = fc.record({ do: fc.constantFrom('void' as const, 'expire' as const), of });
const close = fc.record({ do: fc.constant('close' as const), of });
const accuse = fc.record({ do: fc.constant('accuse' as const), minor });
const collect = fc.record({ do: fc.constant('collect' as const), of, minor: fc.oneof(fc.bigInt({ min: 1n, max: 20n }), minor), again: seldom });
const call = fc.record({ do: fc.constant('call' as const), pot });
const keep = fc.record({ do: fc.constant('keep' as const), pot });
const end = fc.record({ do: fc.constant('end' as const), inDays: fc.constantFrom(-2, -1, 0, 1, -90), breach: fc.boolean(), stale: seldom });
const release = fc.record({ do: fc.constant('release' as const), pot, minor: fc.option(minor, { freq: 2 }), daysAgo: when });
const advance = fc.record({ do: fc.constant('advance' as const), hours: fc.oneof(fc.integer({ min: 1, max: 48 }), fc.integer({ min: 49, max: 500 })) });

type Story = readonly Command[];
const alone = (one: fc.Arbitrary<Command>): fc.Arbitrary<Story> => one.map((command) => [command]);
const perhaps = (one: fc.Arbitrary<Command>): fc.Arbitrary<Story> => fc.option(one, { freq: 2 }).map((command) => (command ? [command] : []));
const told = (...parts: readonly fc.Arbitrary<Story>[]): fc.Arbitrary<Story> => fc.tuple(...parts).map((all) => all.flat());
const weighted = (...weights: readonly (readonly [number, fc.Arbitrary<Story>])[]): fc.Arbitrary<Story> =>
  fc.oneof(...weights.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Of what was begun last: a case goes all its way only where its steps follow one another. */
const latest = <C extends Command & { of: number }>(of: fc.Arbitrary<C>): fc.Arbitrary<Command> => of.map((command) => ({ ...command, of: 0 }));
const lately = (command: fc.Arbitrary<Command & { of: number }>) => alone(latest(command));

const settled = told(alone(receive), alone(propose), lately(hold), perhaps(advance), perhaps(latest(letGo)), lately(decide), perhaps(advance), perhaps(letGo), lately(pay), perhaps(latest(close)));
const charged = told(alone(accuse), lately(take), perhaps(latest(take)), perhaps(latest(collect)), perhaps(latest(collect)));
const over = end.map((command) => ({ ...command, inDays: Math.max(command.inDays, -2), stale: false }));
const long = fc.record({ do: fc.constant('advance' as const), hours: fc.integer({ min: 250, max: 700 }) });
const left = told(alone(receive), perhaps(propose), perhaps(latest(decide)), perhaps(latest(close)), alone(over), perhaps(advance), perhaps(release), alone(long), fc.oneof(alone(release), alone(keep)), perhaps(keep));

const busy = weighted(
  [3, settled], [2, charged],
  ...[receive, reverse, propose, hold, decide, pay, letGo, close, accuse, take, collect, call, advance].map((one) => [1, alone(one)] as const),
);
const leaving = weighted([3, left], ...[receive, reverse, charged, call, end, release, release, keep, advance]
  .map((one) => [1, one === charged ? charged : alone(one as fc.Arbitrary<Command>)] as const));
const some = (of: fc.Arbitrary<Story>, maxLength: number): fc.Arbitrary<Story> =>
  fc.noBias(fc.array(of, { minLength: 2, maxLength, size: 'max' })).map((stories) => stories.flat());

/** The life of a shop's funds: busy, on the way out, or both one after the other. */
export const histories: fc.Arbitrary<Story> = fc.oneof(
  { weight: 3, arbitrary: some(busy, 12) },
  { weight: 2, arbitrary: some(leaving, 10) },
  { weight: 1, arbitrary: told(some(busy, 5), some(leaving, 5)) },
);

/** Every outcome that every command has. */
export const outcomes: readonly string[] = [
  ...['done', 'DAY_TOO_EARLY', 'DAY_TOO_LATE', 'BEFORE_AGREEMENT', 'RECEIPT_RECORDED'].map((one) => `receive: ${one}`),
  ...['done', 'DAY_TOO_EARLY', 'DAY_TOO_LATE', 'ALREADY_REVERSED', 'EFFECTIVE_BEFORE_ORIGINAL', 'BELOW_FLOOR'].map((one) => `reverse: ${one}`),
  'propose: done', 'accuse: done', 'advance: done',
  ...['done', 'WRONG_STATE', 'ALREADY_HELD', 'HOLD_EXPIRY_PAST', 'NOTHING_AVAILABLE'].map((one) => `hold: ${one}`),
  ...['done', 'STALE_VERSION', 'WRONG_STATE', 'OWN_PROPOSAL'].map((one) => `decide: ${one}`),
  ...['done', 'STALE_VERSION', 'WRONG_STATE', 'OWN_DECISION', 'HOLD_EXPIRED'].map((one) => `pay: ${one}`),
  ...['done', 'STALE_VERSION', 'ALREADY_DECIDED', 'OWN_PROPOSAL'].map((one) => `take: ${one}`),
  'close: done', 'close: NOT_OPEN', 'close: REQUEST_PENDING', 'void: done', 'void: HOLD_RESOLVED', 'expire: done', 'expire: nothing', 'collect: done', 'collect: OVERPAID', 'collect: PAYMENT_RECORDED', 'call: done', 'call: NOTHING_TO_CALL',
  ...['done', 'STALE_VERSION', 'AGREEMENT_ENDED', 'AGREEMENT_ENDS_BEFORE_START'].map((one) => `end: ${one}`),
  ...['done', 'DAY_TOO_EARLY', 'DAY_TOO_LATE', 'AGREEMENT_IN_FORCE', 'TAIL_RUNNING', 'OPEN_CASES', 'KEPT_FOR_BREACH', 'NOTHING_AVAILABLE', 'BELOW_FLOOR']
    .map((one) => `release: ${one}`),
  ...['done', 'AGREEMENT_IN_FORCE', 'TAIL_RUNNING', 'OPEN_CASES', 'NO_SERIOUS_BREACH', 'NOTHING_AVAILABLE'].map((one) => `keep: ${one}`),
];
