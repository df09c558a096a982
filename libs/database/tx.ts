import type { Caller } from '@app/kernel';
import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import type { Statement } from './statement.js';

declare const sight: unique symbol;

/** What an event says: opaque ids and figures, never personal data. */
export interface EventFacts {
  readonly type: string;
  /** Events of one aggregate reach each consumer in the order they were emitted. */
  readonly aggregateId: string;
  readonly payload?: Readonly<Record<string, string | number | boolean | null>>;
}

/** An open transaction on one connection, of one network. Whoever takes one never opens one. */
export interface Tx {
  readonly caller: Caller;
  many<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  /** The single row, or null. */
  maybe<P, R>(statement: Statement<P, R>, params: P): Promise<R | null>;
  /** The single row; that it is missing is a fault of ours, not of the caller. */
  one<P, R>(statement: Statement<P, R>, params: P): Promise<R>;
  /** Rows of this network through the entity's mapping, in id order; for cold paths without joins or locks. */
  find<E extends { networkId: string; id: string }>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E[]>;
  findOne<E extends { networkId: string; id: string }>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null>;
}

/** A read, limited to what the caller may see: a member's rows only, for a member's caller. */
export interface MemberTx extends Tx {
  readonly [sight]: 'member';
}

/** A write: the caller was permitted, and it is decided on facts of the whole network. */
export interface NetworkTx extends Tx {
  readonly [sight]: 'network';
  /** Runs a statement and answers how many rows it touched. */
  run<P, R>(statement: Statement<P, R>, params: P): Promise<number>;
  /** Adds one row; `networkId` is the transaction's own. */
  insert<E extends { networkId: string }>(entity: EntityTarget<E>, row: Omit<E, 'networkId' | 'recordedAt'>): Promise<void>;
  /** Leaves an event that commits with this transaction or not at all. */
  emit(event: EventFacts): void;
  /** Names an id in the audit record of this write. */
  touch(...ids: string[]): void;
}

/** A transaction outside any network, for the few global tables of networks, people and log-in sessions. */
export interface GlobalTx {
  readonly [sight]: 'global';
  many<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  maybe<P, R>(statement: Statement<P, R>, params: P): Promise<R | null>;
  one<P, R>(statement: Statement<P, R>, params: P): Promise<R>;
  run<P, R>(statement: Statement<P, R>, params: P): Promise<number>;
}
