import fc from 'fast-check';

/** How often each command came to each outcome, over all histories. */
export class Reached {
  private played = 0;
  private readonly counts = new Map<string, number>();

  add(outcome: string): void {
    this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
  }

  missing(expected: readonly string[]): string[] {
    return expected.filter((outcome) => !this.counts.has(outcome));
  }

  get histories(): number {
    return this.played;
  }

  end(): void {
    this.played += 1;
  }

  toString(): string {
    return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  }
}

export interface Histories<Command> {
  readonly seed: number;
  readonly count: number;
  readonly commands: fc.Arbitrary<readonly Command[]>;
  /** More are played, up to four times as many, until each of these was reached. */
  readonly outcomes: readonly string[];
  /** Plays a history for the model and for real; answers where they part, or null. */
  readonly play: (commands: readonly Command[], reached: Reached) => Promise<string | null>;
}

const atOnce = 6;

/**
 * Plays as many histories, some at once, each drawn from a seed of its own; answers those that diverge, each made as
 * short as it still diverges.
 */
export async function divergences<Command>({ seed, count, commands, outcomes, play }: Histories<Command>, reached: Reached): Promise<string[]> {
  const found: string[] = [];
  let next = 0;
  const goesOn = (i: number) => found.length === 0 && (i < count || (i < 4 * count && reached.missing(outcomes).length > 0));
  const player = async (): Promise<void> => {
    for (let i = next++; goesOn(i); i = next++) {
      const parted = await play(drawn(commands, seed + i), reached);
      reached.end();
      if (parted) found.push(`history ${i} of TEST_SEED=${seed}: ${await shortest(commands, seed + i, play) ?? parted}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, player));
  return found;
}

/** What a check with this seed would try first: so a check can take it up again. */
function drawn<T>(from: fc.Arbitrary<T>, seed: number): T {
  let value: T | undefined;
  fc.assert(fc.property(from, (one) => { value = one; }), { seed, numRuns: 1 });
  return value!;
}

async function shortest<Command>(commands: fc.Arbitrary<readonly Command[]>, seed: number, play: Histories<Command>['play']): Promise<string | null> {
  const failing = fc.asyncProperty(commands, async (one) => {
    const parted = await play(one, new Reached());
    if (parted) throw new Error(parted);
  });
  const { counterexample, errorInstance } = await fc.check(failing, { seed, numRuns: 1, interruptAfterTimeLimit: 10_000 });
  return counterexample && `${(errorInstance as Error).message} in ${fc.stringify(counterexample[0])}`;
}
