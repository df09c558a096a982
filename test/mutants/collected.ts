export interface Collected {
  readonly title: string;
  readonly run: () => unknown;
}

type Body = (...cells: never[]) => unknown;

/** The tests of these specs, to be run as often as wanted: the specs are read once, with `it` and `describe` that only keep. */
export async function testsOf(specs: readonly string[]): Promise<Collected[]> {
  const kept: Collected[] = [];
  const it = (title: string, run: () => unknown) => void kept.push({ title, run });
  const each = (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of rows) it(title, () => body(...((Array.isArray(row) ? row : [row]) as never[])));
  };
  const group = (_title: string, body: () => void) => body();
  const eachGroup = (rows: readonly unknown[]) => (_title: string, body: Body) => {
    for (const row of rows) body(...((Array.isArray(row) ? row : [row]) as never[]));
  };
  const world = globalThis as unknown as Record<string, unknown>;
  const before = { it: world.it, test: world.test, describe: world.describe };
  const keeping = Object.assign(it, { each });
  Object.assign(world, { it: keeping, test: keeping, describe: Object.assign(group, { each: eachGroup }) });
  try {
    for (const spec of specs) await import(spec);
  } finally {
    Object.assign(world, before);
  }
  return kept;
}

/** The first test that fails now, or null where all pass. */
export async function firstToFail(tests: readonly Collected[]): Promise<Collected | null> {
  for (const test of tests) {
    try {
      await test.run();
    } catch {
      return test;
    }
  }
  return null;
}
