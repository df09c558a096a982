import type { MemberTx, NetworkTx } from '@app/database';
import { addDays, daysBetween, newId, Refusal, type Day } from '@app/kernel';
import {
  balancesAsOf, captureHold, custody, openAccount, placeHold, postEntry, readBalances, readHistory, releaseHold, reverseTransfer, type Account, type AccountKind,
} from '@app/ledger';
import { cny, type World } from '../../support/world.js';
import type { Command, Name } from './commands.js';
import type { Line } from './pure-ledger.js';

const pot: AccountKind = { kind: 'guarantee_fund', side: 'credit', floored: true, per: 'member' };
type Ends = { readonly from: Name; readonly to: Name; readonly minor: bigint };

/** The ledger itself, asked the same as the model, in a network of its own. */
export class RealLedger {
  private readonly transfers: string[] = [];
  private readonly holds: { id: string; minor: bigint }[] = [];
  private readonly amounts: bigint[] = [];
  private readonly causes: { post?: string; hold?: string } = {};
  private readonly start: Date;
  private hour = 0;

  private constructor(private readonly world: World, private readonly accounts: Readonly<Record<Name, Account>>) {
    this.start = world.person().now;
  }

  static async open(world: World): Promise<RealLedger> {
    const [a, b] = [await world.member(), await world.member()];
    const accounts = await world.database.write(world.person(), { action: 'test' }, async (tx) => ({
      a: await openAccount(tx, pot, a.id, 'CNY'), b: await openAccount(tx, pot, b.id, 'CNY'), bank: await openAccount(tx, custody, null, 'CNY'),
    }));
    return new RealLedger(world, accounts);
  }

  async run(command: Command): Promise<string> {
    try {
      return await this.write((tx) => this.done(tx, command));
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  async balances(): Promise<Record<'a' | 'b', readonly [bigint, bigint]>> {
    const { a, b } = this.accounts;
    const rows = await this.read((tx) => tx.many(readBalances, { accountIds: [a.id, b.id] }));
    const of = (account: Account) => rows.filter((row) => row.accountId === account.id).map((row) => [row.postedMinor, row.heldMinor] as const)[0]!;
    return { a: of(a), b: of(b) };
  }

  async lines(name: 'a' | 'b'): Promise<Line[]> {
    const accountIds = [this.accounts[name].id];
    const rows = await this.read((tx) => tx.many(readHistory, { accountIds, after: null, newestFirst: false, count: 1_000 }));
    return rows.map((row): Line => [row.what, row.postedMinor, row.heldMinor, row.postedAfterMinor, row.heldAfterMinor, daysBetween(this.day(0), row.effectiveOn)]);
  }

  asOf(name: Name, day: number): Promise<bigint> {
    return this.read(async (tx) => (await balancesAsOf(tx, [this.accounts[name]], { effectiveOn: this.day(day), recordedAt: null }))[0]!.minor);
  }

  private async done(tx: NetworkTx, command: Command): Promise<string> {
    switch (command.do) {
      case 'post': return this.post(tx, [command], command.day, command.again);
      case 'post two': return this.post(tx, command.two, command.day, false);
      case 'hold': return this.hold(tx, command);
      case 'capture': return this.capture(tx, command.of, command.minor);
      case 'void': return this.letGo(tx, command.of, 'voided');
      case 'expire': return this.letGo(tx, command.of, 'expired');
      case 'reverse': return this.reverse(tx, command.of % this.transfers.length, command.day, command.minor);
      case 'wait':
        this.hour += command.hours;
        return 'done';
    }
  }

  private async post(tx: NetworkTx, moves: readonly Ends[], day: number, again: boolean): Promise<string> {
    const id = again && this.causes.post ? this.causes.post : newId();
    const { transferIds } = await postEntry(tx, {
      cause: { type: 'test', id }, effectiveOn: this.day(day),
      transfers: moves.map(({ from, to, minor }, i) => ({ ...this.ends(from, to), amount: cny(minor), code: `test-${moves.length === 1 ? 0 : i}` })),
    });
    this.causes.post = id;
    this.moved(transferIds, moves.map(({ minor }) => minor));
    return 'done';
  }

  private async hold(tx: NetworkTx, { from, to, minor, hours, again }: Command & { do: 'hold' }): Promise<string> {
    const id = again && this.causes.hold ? this.causes.hold : newId();
    const { holdId } = await placeHold(tx, {
      ...this.ends(from, to), amount: cny(minor), code: 'hold', cause: { type: 'test', id }, effectiveOn: this.day(0),
      expiresAt: hours === null ? null : this.at(this.hour + hours),
    });
    this.causes.hold = id;
    this.holds.push({ id: holdId, minor });
    return 'done';
  }

  private async capture(tx: NetworkTx, of: number, minor: bigint): Promise<string> {
    const hold = this.holds[of % this.holds.length];
    if (!hold) return 'nothing';
    const { transferId } = await captureHold(tx, { holdId: hold.id, amount: cny(minor), cause: { type: 'test', id: newId() }, code: 'capture', effectiveOn: this.day(0) });
    this.moved([transferId], [minor]);
    return minor < hold.minor ? 'done in part' : 'done';
  }

  private async letGo(tx: NetworkTx, of: number, outcome: 'voided' | 'expired'): Promise<string> {
    const hold = this.holds[of % this.holds.length];
    if (!hold) return 'nothing';
    await releaseHold(tx, { holdId: hold.id, outcome, effectiveOn: this.day(0) });
    return 'done';
  }

  private async reverse(tx: NetworkTx, of: number, day: number, part: bigint | null): Promise<string> {
    const minor = part ?? this.amounts[of]!;
    const { transferId } = await reverseTransfer(tx, {
      transferId: this.transfers[of]!, effectiveOn: this.day(day), cause: { type: 'test', id: newId() }, code: 'reversal', ...(part === null ? {} : { amount: cny(part) }),
    });
    const whole = minor === this.amounts[of];
    this.moved([transferId], [minor]);
    return whole ? 'done' : 'done in part';
  }

  private moved(ids: readonly string[], minors: readonly bigint[]): void {
    this.transfers.push(...ids);
    this.amounts.push(...minors);
  }

  private ends(from: Name, to: Name): { debit: Account; credit: Account } {
    return { debit: this.accounts[from], credit: this.accounts[to] };
  }

  private at(hour: number): Date {
    return new Date(this.start.getTime() + hour * 3_600_000);
  }

  private day(offset: number): Day {
    return addDays(this.world.person().today, offset);
  }

  private read<R>(work: (tx: MemberTx) => Promise<R>): Promise<R> {
    return this.world.database.read(this.world.person(), work);
  }

  private write<R>(work: (tx: NetworkTx) => Promise<R>): Promise<R> {
    return this.world.database.write(this.world.person({ now: this.at(this.hour) }), { action: 'test' }, work);
  }
}
