import type { NetworkTx } from '@app/database';
import { newId, type Caller, type Day } from '@app/kernel';
import {
  availableMinor, captureHold, custody, lockBalances, openAccount, placeHold, postEntry, releaseHold, reverseTransfer, type Account, type AccountKind,
} from '@app/ledger';
import { cny, type World } from '../support/world.js';

const pot: AccountKind = { kind: 'guarantee_fund', side: 'credit', floored: true, per: 'member' };

/** A member's floored account beside the bank's, and the ledger's steps, each as a write of its own. */
export class Books {
  private constructor(
    private readonly world: World,
    readonly fund: Account,
    readonly bank: Account,
  ) {}

  static async open(world: World): Promise<Books> {
    const { id } = await world.member();
    const [fund, bank] = await world.database.write(world.person(), { action: 'test' }, async (tx) =>
      [await openAccount(tx, pot, id, 'CNY'), await openAccount(tx, custody, null, 'CNY')] as const);
    return new Books(world, fund, bank);
  }

  write<R>(work: (tx: NetworkTx) => Promise<R>, as: Partial<Caller> = {}): Promise<R> {
    return this.world.database.write(this.world.person(as), { action: 'test' }, work);
  }

  /** Posts an amount into the fund, or out of it when negative. */
  async post(minor: bigint, more: { on?: Day; causeId?: string; code?: string } = {}): Promise<string> {
    const [debit, credit] = minor > 0n ? [this.bank, this.fund] : [this.fund, this.bank];
    const { transferIds } = await this.write((tx) => postEntry(tx, {
      cause: { type: 'test', id: more.causeId ?? newId() }, effectiveOn: more.on ?? tx.caller.today,
      transfers: [{ debit, credit, amount: cny(minor > 0n ? minor : -minor), code: more.code ?? 'test' }],
    }));
    return transferIds[0]!;
  }

  async hold(minor: bigint, expiresAt: Date | null = null): Promise<string> {
    const { holdId } = await this.write((tx) => placeHold(tx, {
      debit: this.fund, credit: this.bank, amount: cny(minor), code: 'hold', cause: { type: 'test', id: newId() }, effectiveOn: tx.caller.today, expiresAt,
    }));
    return holdId;
  }

  capture(holdId: string, minor: bigint, as: Partial<Caller> = {}) {
    return this.write((tx) => captureHold(tx, {
      holdId, amount: cny(minor), code: 'capture', cause: { type: 'test', id: newId() }, effectiveOn: tx.caller.today,
    }), as);
  }

  release(holdId: string, outcome: 'voided' | 'expired') {
    return this.write((tx) => releaseHold(tx, { holdId, outcome, effectiveOn: tx.caller.today }));
  }

  reverse(transferId: string, on?: Day) {
    return this.write((tx) => reverseTransfer(tx, {
      transferId, effectiveOn: on ?? tx.caller.today, code: 'reversal', cause: { type: 'test', id: newId() },
    }));
  }

  /** What is posted, held and available of the fund. */
  async stands(): Promise<[bigint, bigint, bigint]> {
    const balance = await this.write((tx) => tx.one(lockBalances, { accountIds: [this.fund.id] }));
    return [balance.postedMinor, balance.heldMinor, availableMinor(balance)];
  }
}
