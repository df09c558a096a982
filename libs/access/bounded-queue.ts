/** Runs work a few at a time in the order it came; answers null at once where too much is waiting already. */
export function boundedQueue(limits: { atOnce: number; waiting: number }): <R>(work: () => Promise<R>) => Promise<R> | null {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<R>(work: () => Promise<R>): Promise<R> {
    // Whoever ends hands its place to the next, so the count stays as it is: nobody slips in between.
    if (running < limits.atOnce) running++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return (work) => (running >= limits.atOnce && waiting.length >= limits.waiting ? null : inTurn(work));
}
