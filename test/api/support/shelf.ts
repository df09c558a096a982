import { refusals, showId, type Money as KernelMoney } from '@app/kernel';
import { statement } from '@app/database';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, ValidateNested } from 'class-validator';
import { DayField, IdField, IdsField, MoneyField, Node, OnceInput, Payload, RateField, roomErrors } from '../../../apps/api/src/door/index.js';

// A room of the specs' own: shelves that hold boxes, made of numbers by the database.

export const refuseShelf = refusals('shelf', {
  SHELF_FULL: { zh: '货架已满，剩余 {room}。', en: 'The shelf is full; {room} left.' },
  SHELF_GONE: { zh: '货架不存在。', en: 'The shelf is gone.' },
});
roomErrors(refuseShelf);

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const shelfId = (n: number) => showId('reminder', uuid(n));

export interface ShelfRow {
  readonly id: string;
  readonly n: number;
  readonly heldMinor: bigint;
  readonly currency: string;
  readonly at: string;
}

export const shelves = statement<{ after: string | null; limit: number }, ShelfRow>('spec_shelves', `
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid AS id, n, (n * 100)::int8 AS held_minor, 'CNY' AS currency, pg_backend_pid()::text || '/' || txid_current_snapshot()::text AS at
  FROM generate_series(1, 250) AS n
  WHERE $after::uuid IS NULL OR ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid > $after::uuid
  ORDER BY n LIMIT $limit`);
export const moment = statement<Record<never, never>, { at: string }>('spec_moment', `SELECT pg_backend_pid()::text || '/' || txid_current_snapshot()::text || '/' || transaction_timestamp()::text AS at`);
export const boxesOf = statement<{ shelves: string[] }, { shelf: string; label: string; at: string }>('spec_boxes', `
  SELECT s AS shelf, 'box of ' || right(s::text, 3) AS label, pg_backend_pid()::text AS at FROM unnest($shelves::uuid[]) AS s`);
export const broken = statement('spec_broken', `SELECT 'secret-detail'::int`);
export const slow = statement<{ seconds: number }>('spec_slow', 'SELECT pg_sleep($seconds)');

@ObjectType({ description: 'A box.' })
export class Box {
  @Field({ description: 'What it says on it.' })
  label!: string;
}

@ObjectType({ description: 'A shelf.', implements: () => [Node] })
export class Shelf {
  @IdField('reminder', { description: 'Which.' })
  id!: string;

  @Field(() => Int, { description: 'Its number.' })
  n!: number;

  @MoneyField({ description: 'What it holds.', from: 'heldMinor' })
  held!: KernelMoney;
}

@InputType({ description: 'A line.' })
class LineInput {
  @MoneyField({ description: 'How much.' })
  amount!: KernelMoney;

  @IdField('reminder', { nullable: true, description: 'Where from.' })
  fundId?: string | null;
}

@InputType({ description: 'What to put where.' })
export class PutInput extends OnceInput {
  @IdField('reminder', { description: 'Which shelf.' })
  shelfId!: string;

  @MoneyField({ description: 'How much.' })
  amount!: KernelMoney;

  @Field({ description: 'Why.' })
  @Length(1, 10)
  why!: string;

  @DayField({ nullable: true, description: 'When.' })
  on?: string | null;

  @RateField({ nullable: true, description: 'How fast.' })
  rate?: string | null;

  @IdsField('reminder', { nullable: true, description: 'Which others.' })
  others?: string[] | null;

  @Field(() => [LineInput], { nullable: true, description: 'Lines.' })
  @IsOptional()
  @Type(() => LineInput)
  @ValidateNested({ each: true })
  lines?: LineInput[] | null;
}

@ObjectType({ description: 'What came of it.' })
export class PutPayload extends Payload {
  @IdField('reminder', { nullable: true, description: 'Which shelf.' })
  shelfId?: string | null;
}
