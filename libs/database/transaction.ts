import type { Caller } from '@app/kernel';
import type { PoolClient, QueryArrayResult } from 'pg';
import type { EntityTarget, FindOptionsWhere, QueryRunner } from 'typeorm';
import { endedBefore } from './faults.js';
import type { EventFacts } from './tx.js';
import type { Statement } from './statement.js';
import { bind } from './bind.js';
import { gather, type Frame } from './connection.js';
import { rowsOf } from './rows.js';

/** One open transaction. Only `Database` makes one; after its end every use fails loudly. */
export class Transaction {
  readonly events: EventFacts[] = [];
  readonly touched = new Set<string>();
  private over = false;
  private firstFailure: unknown = null;
  private readonly runner: QueryRunner;
  private readonly client: PoolClient;
  private readonly begun: Promise<unknown>;

  constructor(
    { runner, client, begun }: Frame,
    readonly caller: Caller,
  ) {
    [this.runner, this.client, this.begun] = [runner, client, begun];
  }

  async many<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return rowsOf<R>(statement.name, await this.send(statement, params));
  }

  async maybe<P, R>(statement: Statement<P, R>, params: P): Promise<R | null> {
    return (await this.many(statement, params))[0] ?? null;
  }

  async one<P, R>(statement: Statement<P, R>, params: P): Promise<R> {
    const row = await this.maybe(statement, params);
    if (!row) throw new Error(`${statement.name} found no row.`);
    return row;
  }

  async run<P, R>(statement: Statement<P, R>, params: P): Promise<number> {
    return (await this.send(statement, params)).rowCount ?? 0;
  }

  find<E extends { networkId: string; id: string }>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E[]> {
    this.mustBeOpen();
    return this.answered(this.runner.manager.find(entity, {
      where: { ...where, networkId: this.caller.networkId } as FindOptionsWhere<E>,
      order: { id: 'ASC' } as never,
    }));
  }

  findOne<E extends { networkId: string; id: string }>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    this.mustBeOpen();
    return this.answered(this.runner.manager.findOne(entity, {
      where: { ...where, networkId: this.caller.networkId } as FindOptionsWhere<E>,
    }));
  }

  async insert<E extends { networkId: string }>(entity: EntityTarget<E>, row: Omit<E, 'networkId' | 'recordedAt'>): Promise<void> {
    this.mustBeOpen();
    await this.answered(this.runner.manager
      .createQueryBuilder().insert().into(entity)
      .values({ ...row, networkId: this.caller.networkId } as never)
      .updateEntity(false).execute());
  }

  emit(event: EventFacts): void {
    this.mustBeOpen();
    this.events.push(event);
  }

  touch(...ids: string[]): void {
    for (const id of ids) this.touched.add(id);
  }

  /** From here on nothing may use it: a transaction that leaked out of its action is a fault. */
  close(): void {
    this.over = true;
  }

  private mustBeOpen(): void {
    if (this.over) throw new Error('This transaction is over; it leaked out of the action that opened it.');
  }

  private send<P, R>(statement: Statement<P, R>, params: P): Promise<QueryArrayResult<unknown[]>> {
    this.mustBeOpen();
    return this.answered(gather(this.client).query<unknown[]>(bind(statement, params, this.caller?.networkId ?? null)));
  }

  /** Nothing is answered of a transaction that did not begin; and what was sent behind a statement that failed, fails as it did. */
  private async answered<R>(sent: Promise<R>): Promise<R> {
    try {
      return (await Promise.all([this.begun, sent]))[1];
    } catch (error) {
      this.firstFailure ??= error;
      throw endedBefore(error) ? this.firstFailure : error;
    }
  }
}
