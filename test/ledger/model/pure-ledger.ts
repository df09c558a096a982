import type { Command, Name } from './commands.js';

type Ends = { readonly from: Name; readonly to: Name; readonly minor: bigint };

interface Moved extends Ends {
  readonly day: number;
  readonly reverses: number | null;
  reversed: boolean;
}

interface Held extends Ends {
  readonly expiresAt: number | null;
  outcome: string | null;
}

/** A line as histories are compared by: what, posted, held, both after it, and the day. */
export type Line = readonly [what: string, posted: bigint, held: bigint, postedAfter: bigint, heldAfter: bigint, day: number];

type Effect = readonly [name: Name, what: string, posted: bigint, held: bigint, day: number];

/** The ledger as it is meant: plain values, no database; the bank has no floor, `a` and `b` have. */
export class PureLedger {
  readonly lines: Record<'a' | 'b', Line[]> = { a: [], b: [] };
  readonly transfers: Moved[] = [];
  readonly holds: Held[] = [];
  private readonly causes = { post: 0, hold: 0 };
  hour = 0;

  /** What comes of a command: the outcome in words, nothing changed where it is a refusal. */
  run(command: Command): string {
    switch (command.do) {
      case 'post': return this.post([command], command.day, command.again && this.causes.post > 0);
      case 'post two': return this.post(command.two, command.day, false);
      case 'hold': return this.hold(command);
      case 'capture': return this.capture(this.holds[command.of % this.holds.length], command.minor);
      case 'void': return this.letGo(this.holds[command.of % this.holds.length], 'voided', 'void');
      case 'expire': return this.letGo(this.holds[command.of % this.holds.length], 'expired', 'expiry');
      case 'reverse': return this.reverse(command.of % this.transfers.length, command.day, command.minor);
      case 'wait':
        this.hour += command.hours;
        return 'done';
    }
  }

  balanceOf(name: 'a' | 'b'): readonly [posted: bigint, held: bigint] {
    const last = this.lines[name].at(-1);
    return last ? [last[3], last[4]] : [0n, 0n];
  }

  /** What an account came to by a day: credits less debits, the bank the other way round. */
  asOf(name: Name, day: number): bigint {
    const own = this.transfers.filter((one) => one.day <= day)
      .reduce((sum, one) => sum + (one.to === name ? one.minor : 0n) - (one.from === name ? one.minor : 0n), 0n);
    return name === 'bank' ? -own : own;
  }

  private post(moves: readonly Ends[], day: number, again: boolean): string {
    if (!this.apply(moves.flatMap(({ from, to, minor }): Effect[] => [[from, 'transfer', -minor, 0n, day], [to, 'transfer', minor, 0n, day]]), again)) return 'BELOW_FLOOR';
    if (again) return 'ALREADY_POSTED';
    this.causes.post += 1;
    this.transfers.push(...moves.map(({ from, to, minor }) => ({ from, to, minor, day, reverses: null, reversed: false })));
    return 'done';
  }

  private hold({ from, to, minor, hours, again }: Command & { do: 'hold' }): string {
    const twice = again && this.causes.hold > 0;
    if (!this.apply([[from, 'hold', 0n, minor, 0], [to, 'hold', 0n, 0n, 0]], twice)) return 'BELOW_FLOOR';
    if (twice) return 'ALREADY_POSTED';
    this.causes.hold += 1;
    this.holds.push({ from, to, minor, expiresAt: hours === null ? null : this.hour + hours, outcome: null });
    return 'done';
  }

  private capture(hold: Held | undefined, minor: bigint): string {
    if (!hold) return 'nothing';
    if (hold.outcome) return 'HOLD_RESOLVED';
    if (hold.expiresAt !== null && hold.expiresAt <= this.hour) return 'HOLD_EXPIRED';
    if (minor > hold.minor) return 'CAPTURE_EXCEEDS_HOLD';
    this.apply([[hold.from, 'capture', -minor, -hold.minor, 0], [hold.to, 'capture', minor, 0n, 0]]);
    hold.outcome = 'captured';
    this.transfers.push({ from: hold.from, to: hold.to, minor, day: 0, reverses: null, reversed: false });
    return minor < hold.minor ? 'done in part' : 'done';
  }

  private letGo(hold: Held | undefined, outcome: string, what: string): string {
    if (!hold) return 'nothing';
    if (hold.outcome) return 'HOLD_RESOLVED';
    this.apply([[hold.from, what, 0n, -hold.minor, 0], [hold.to, what, 0n, 0n, 0]]);
    hold.outcome = outcome;
    return 'done';
  }

  private reverse(of: number, day: number, part: bigint | null): string {
    const original = this.transfers[of]!;
    if (original.reverses !== null) return 'REVERSAL_OF_REVERSAL';
    if (original.reversed) return 'ALREADY_REVERSED';
    if (day < original.day) return 'EFFECTIVE_BEFORE_ORIGINAL';
    const minor = part ?? original.minor;
    if (minor > original.minor) return 'REVERSAL_EXCEEDS_TRANSFER';
    const { from: to, to: from } = original;
    if (!this.apply([[from, 'reversal', -minor, 0n, day], [to, 'reversal', minor, 0n, day]])) return 'BELOW_FLOOR';
    original.reversed = true;
    this.transfers.push({ from, to, minor, day, reverses: of, reversed: false });
    return minor < original.minor ? 'done in part' : 'done';
  }

  /** Writes the lines one after the other, all of them or, where one would stand below the floor, none. */
  private apply(effects: readonly Effect[], onlyTry = false): boolean {
    const before = { a: this.lines.a.length, b: this.lines.b.length };
    let stands = true;
    for (const [name, what, posted, held, day] of effects) {
      if (name === 'bank') continue;
      const [postedBefore, heldBefore] = this.balanceOf(name);
      this.lines[name].push([what, posted, held, postedBefore + posted, heldBefore + held, day]);
      stands &&= postedBefore + posted >= heldBefore + held;
    }
    if (!stands || onlyTry) for (const name of ['a', 'b'] as const) this.lines[name].length = before[name];
    return stands;
  }
}
