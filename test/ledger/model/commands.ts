import fc from 'fast-check';

export type Name = 'bank' | 'a' | 'b';

interface Between {
  readonly from: Name;
  readonly to: Name;
  readonly minor: bigint;
}

/** What may be asked of the ledger; `of` picks among what there is at that point of the history. */
export type Command =
  | ({ readonly do: 'post'; readonly day: number; readonly again: boolean } & Between)
  | { readonly do: 'post two'; readonly day: number; readonly two: readonly [Between, Between] }
  | ({ readonly do: 'hold'; readonly hours: number | null; readonly again: boolean } & Between)
  | { readonly do: 'capture'; readonly of: number; readonly minor: bigint }
  | { readonly do: 'void' | 'expire'; readonly of: number }
  | { readonly do: 'reverse'; readonly of: number; readonly day: number; readonly minor: bigint | null }
  | { readonly do: 'wait'; readonly hours: number };

const minor = fc.oneof(fc.constantFrom(10n, 20n, 50n), fc.bigInt({ min: 1n, max: 100n }));
const offset = fc.integer({ min: -5, max: 5 });
const of = fc.nat(1_000);
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);
const pair = fc.constantFrom(['bank', 'a'], ['bank', 'a'], ['bank', 'b'], ['a', 'bank'], ['a', 'b'], ['b', 'a'], ['b', 'bank']).map(([from, to]) => ({ from, to }) as { from: Name; to: Name });
const between = fc.tuple(pair, minor).map(([ends, amount]) => ({ ...ends, minor: amount }));

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ between, day: offset, again: rarely }).map(({ between: its, day, again }) => ({ do: 'post' as const, ...its, day, again })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('post two' as const), day: offset, two: fc.tuple(between, between) }) },
  { weight: 5, arbitrary: fc.record({ between, hours: fc.option(fc.integer({ min: 1, max: 30 })), again: rarely }).map(({ between: its, hours, again }) => ({ do: 'hold' as const, ...its, hours, again })) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('capture' as const), of, minor }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('void' as const, 'expire' as const), of }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reverse' as const), of, day: offset, minor: fc.option(minor, { freq: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 12 }) }) },
);

/** A history begins with money in the accounts: without it most of what follows would only be refused. */
export const histories: fc.Arbitrary<readonly Command[]> = fc.tuple(minor, fc.noBias(fc.array(command, { minLength: 1, maxLength: 40, size: 'max' })))
  .map(([first, rest]) => [{ do: 'post', from: 'bank', to: 'a', minor: first, day: 0, again: false }, ...rest]);

/** Every outcome that every command has. */
export const outcomes: readonly string[] = [
  'post: done', 'post: BELOW_FLOOR', 'post: ALREADY_POSTED', 'post two: done', 'post two: BELOW_FLOOR',
  'hold: done', 'hold: BELOW_FLOOR', 'hold: ALREADY_POSTED',
  'capture: done', 'capture: done in part', 'capture: HOLD_RESOLVED', 'capture: HOLD_EXPIRED', 'capture: CAPTURE_EXCEEDS_HOLD',
  'void: done', 'void: HOLD_RESOLVED', 'expire: done', 'expire: HOLD_RESOLVED',
  'reverse: done', 'reverse: done in part', 'reverse: ALREADY_REVERSED', 'reverse: REVERSAL_OF_REVERSAL',
  'reverse: EFFECTIVE_BEFORE_ORIGINAL', 'reverse: REVERSAL_EXCEEDS_TRANSFER', 'reverse: BELOW_FLOOR',
];
