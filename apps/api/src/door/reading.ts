import type { Database, MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Fault } from './fault.js';

/** The one read transaction of an operation: opened when first asked for, shared by all its fields, always ended. */
export class Reading {
  private opened: Promise<{ tx: MemberTx; end: () => Promise<void> }> | null = null;
  private ended: Promise<void> | null = null;
  private deadline: NodeJS.Timeout | null = null;
  /** True once the operation ran out of time: what fails afterwards fails for that reason. */
  outOfTime = false;

  constructor(
    private readonly database: Database,
    private readonly limitMs: number,
  ) {}

  async tx(caller: Caller): Promise<MemberTx> {
    this.mustGoOn();
    if (!this.opened) {
      this.deadline = setTimeout(() => this.runOut(), this.limitMs).unref();
      this.opened = this.database.reading(caller).then(({ tx, end }) => ({ tx: whileOpen(tx, () => this.mustGoOn()), end }));
      // Whoever asked gets the rejection; this only keeps it from counting as unhandled.
      this.opened.catch(() => undefined);
    }
    return (await this.opened).tx;
  }

  /** Gives the connection back; safe to call from every path, any number of times. */
  end(): Promise<void> {
    this.ended ??= this.close();
    return this.ended;
  }

  /** When one field has failed for good, others may still be on their way to the connection that was given back. */
  private mustGoOn(): void {
    if (this.ended) throw new Fault(this.outOfTime ? 'TIMEOUT' : 'OPERATION_OVER');
  }

  private async close(): Promise<void> {
    if (this.deadline) clearTimeout(this.deadline);
    const opened = await this.opened?.catch(() => null);
    await opened?.end();
  }

  private runOut(): void {
    this.outOfTime = true;
    this.end().catch(() => undefined);
  }
}

/** Fields resolve side by side; the connection takes their statements in the order in which they come. */
function whileOpen(tx: MemberTx, mustGoOn: () => void): MemberTx {
  const checked = (method: 'many' | 'maybe' | 'one' | 'find' | 'findOne') => async (...given: unknown[]) => {
    mustGoOn();
    return (tx[method] as (...all: unknown[]) => Promise<unknown>)(...given);
  };
  return {
    caller: tx.caller,
    many: checked('many'),
    maybe: checked('maybe'),
    one: checked('one'),
    find: checked('find'),
    findOne: checked('findOne'),
  } as unknown as MemberTx;
}
