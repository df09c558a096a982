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
  /** Histories that come to these, by the model alone, are sought out and played too, so that none is left to luck. */
  readonly outcomes: readonly string[];
  /** What each command of a history comes to, as the model has it. */
  readonly foresee: (commands: readonly Command[]) => readonly string[];
  /** Plays a history for the model and for real; answers where they part, or null. */
  readonly play: (commands: readonly Command[], reached: Reached) => Promise<string | null>;
  /** How long to look for a shorter history that diverges; ten seconds unless told. */
  readonly shortenMs?: number;
}

const atOnce = 6;
const soughtAmong = 20_000;

/**
 * Plays as many histories, some at once, each drawn from a seed of its own, and those that come to what is rare;
 * answers those that diverge, each made as short as it still diverges.
 */
export async function divergences<Command>(of: Histories<Command>, reached: Reached): Promise<string[]> {
  const found: string[] = [];
  const numbers = [...new Set([...Array(of.count).keys(), ...sought(of)])].values();
  const player = async (): Promise<void> => {
    for (const i of numbers) {
      const parted = await of.play(drawn(of.commands, of.seed + i), reached);
      reached.end();
      if (parted) found.push(`history ${i} of TEST_SEED=${of.seed}: ${await shortest(of, of.seed + i) ?? parted}`);
      if (found.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, player));
  return found;
}

/** The numbers of the first histories that come to each outcome. */
function sought<Command>({ seed, commands, outcomes, foresee }: Histories<Command>): number[] {
  const open = new Set(outcomes);
  const numbers: number[] = [];
  for (let i = 0; open.size > 0 && i < soughtAmong; i++) {
    const news = foresee(drawn(commands, seed + i)).filter((outcome) => open.delete(outcome));
    if (news.length > 0) numbers.push(i);
  }
  return numbers;
}

/** What a check with this seed would try first: so a check can take it up again. */
function drawn<T>(from: fc.Arbitrary<T>, seed: number): T {
  let value: T | undefined;
  fc.assert(fc.property(from, (one) => { value = one; }), { seed, numRuns: 1 });
  return value!;
}

async function shortest<Command>({ commands, play, shortenMs = 10_000 }: Histories<Command>, seed: number): Promise<string | null> {
  const failing = fc.asyncProperty(commands, async (one) => {
    const parted = await play(one, new Reached());
    if (parted) throw new Error(parted);
  });
  const { counterexample, errorInstance } = await fc.check(failing, { seed, numRuns: 1, interruptAfterTimeLimit: shortenMs });
  return counterexample && `${(errorInstance as Error).message} in ${fc.stringify(counterexample[0])}`;
}
