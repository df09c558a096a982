import { Refusal, refusals, showId, type Caller, type Money as KernelMoney } from '@app/kernel';
import { statement, type MemberTx } from '@app/database';
import { Args, Field, InputType, Int, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, ValidateNested } from 'class-validator';
import {
  Allow, AllowField, answered, By, connect, connectionOf, cursor, Day, DayField, From, Id, IdField, IdsField, inOrder, Input, LoadField, Money, MoneyField, Node,
  nodeOf, OnceInput, PageArgs, Payload, RateField, Reading, roomErrors, type Loading, type Page, type Visitor,
} from '../../../apps/api/src/door/index.js';

// A room of the specs' own: shelves that hold boxes, made of numbers by the database.

export const refuseShelf = refusals('shelf', {
  SHELF_FULL: { zh: '货架已满，剩余 {room}。', en: 'The shelf is full; {room} left.' },
  SHELF_GONE: { zh: '货架不存在。', en: 'The shelf is gone.' },
});
roomErrors(refuseShelf);

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const shelfId = (n: number) => showId('fund', uuid(n));

interface ShelfRow {
  readonly id: string;
  readonly n: number;
  readonly heldMinor: bigint;
  readonly currency: string;
  readonly at: string;
}

const shelves = statement<{ after: string | null; limit: number }, ShelfRow>('spec_shelves', `
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid AS id, n, (n * 100)::int8 AS held_minor, 'CNY' AS currency, pg_backend_pid()::text || '/' || txid_current_snapshot()::text AS at
  FROM generate_series(1, 250) AS n
  WHERE $after::uuid IS NULL OR ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid > $after::uuid
  ORDER BY n LIMIT $limit`);
const moment = statement<Record<never, never>, { at: string }>('spec_moment', `SELECT pg_backend_pid()::text || '/' || txid_current_snapshot()::text || '/' || transaction_timestamp()::text AS at`);
const boxesOf = statement<{ shelves: string[] }, { shelf: string; label: string; at: string }>('spec_boxes', `
  SELECT s AS shelf, 'box of ' || right(s::text, 3) AS label, pg_backend_pid()::text AS at FROM unnest($shelves::uuid[]) AS s`);
const broken = statement('spec_broken', `SELECT 'secret-detail'::int`);
const slow = statement<{ seconds: number }>('spec_slow', 'SELECT pg_sleep($seconds)');

@ObjectType({ description: 'A box.' })
export class Box {
  @Field({ description: 'What it says on it.' })
  label!: string;
}

@ObjectType({ description: 'A shelf.', implements: () => [Node] })
export class Shelf {
  @IdField('fund', { description: 'Which.' })
  id!: string;

  @Field(() => Int, { description: 'Its number.' })
  n!: number;

  @MoneyField({ description: 'What it holds.', from: 'heldMinor' })
  held!: KernelMoney;
}

export const loaded: number[] = [];
export const heard: unknown[] = [];
const ShelfConnection = connectionOf(Shelf, { description: 'Shelves by number.' });
const byShelf = cursor('shelf', { id: 'uuid' });
nodeOf('fund', { type: () => Shelf, allow: 'fund.read', load: async (tx, id) => (await tx.many(shelves, { after: null, limit: 300 })).find((row) => row.id === id) ?? null });

@InputType({ description: 'A line.' })
class LineInput {
  @MoneyField({ description: 'How much.' })
  amount!: KernelMoney;

  @IdField('fund', { nullable: true, description: 'Where from.' })
  fundId?: string | null;
}

@InputType({ description: 'What to put where.' })
export class PutInput extends OnceInput {
  @IdField('fund', { description: 'Which shelf.' })
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

  @IdsField('fund', { nullable: true, description: 'Which others.' })
  others?: string[] | null;

  @Field(() => [LineInput], { nullable: true, description: 'Lines.' })
  @IsOptional()
  @Type(() => LineInput)
  @ValidateNested({ each: true })
  lines?: LineInput[] | null;
}

@ObjectType({ description: 'What came of it.' })
export class PutPayload extends Payload {
  @IdField('fund', { nullable: true, description: 'Which shelf.' })
  shelfId?: string | null;
}

@Resolver(() => Shelf)
export class ShelfResolver {
  @Allow('fund.read')
  @Query(() => ShelfConnection, { description: 'Shelves.' })
  shelves(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<ShelfRow>> {
    return connect(page, byShelf, (after, limit) => tx.many(shelves, { after: after?.id ?? null, limit }), async () => {
      loaded.push(-1);
      return 250n;
    });
  }

  @Allow('fund.read')
  @Query(() => Shelf, { description: 'One shelf.' })
  shelf(@Reading() tx: MemberTx, @Id('fund', { description: 'Which.' }) id: string): Promise<ShelfRow> {
    return tx.one(shelves, { after: null, limit: 1 }).then((row) => ({ ...row, id }));
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'The moment of the transaction.' })
  async moment(@Reading() tx: MemberTx): Promise<string> {
    return (await tx.one(moment, {})).at;
  }

  @Allow('fund.read')
  @Query(() => String, { nullable: true, description: 'Fails in the database.' })
  async broken(@Reading() tx: MemberTx): Promise<string> {
    await tx.one(broken, {});
    return '';
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'Throws after it began to read.' })
  async thrown(@Reading() tx: MemberTx): Promise<string> {
    await tx.one(moment, {});
    throw new Error('password=hunter2');
  }

  @Allow('fund.read')
  @Query(() => String, { nullable: true, description: 'Takes its time, twice.' })
  async slow(@Reading() tx: MemberTx, @Args('seconds', { type: () => Int, description: 'How long.' }) seconds: number): Promise<string> {
    await tx.many(slow, { seconds });
    await tx.many(slow, { seconds: 0 });
    return 'done';
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'Refuses.' })
  refused(): string {
    throw refuseShelf('SHELF_FULL', { room: 3 });
  }

  @Allow.signedIn
  @Query(() => Day, { description: 'Today.' })
  today(@By() { today }: Caller): string {
    return today;
  }

  @Allow.anyone
  @Query(() => String, { description: 'Whoever asks.' })
  visitor(@From() { requestId }: Visitor): string {
    return requestId;
  }

  @Allow('fund.hold')
  @Mutation(() => PutPayload, { description: 'Puts.' })
  async put(@By() _: Caller, @Input() input: PutInput) {
    heard.push(input);
    if (input.why === 'full') throw refuseShelf('SHELF_FULL', { room: 3 }, 'amount');
    if (input.why === 'stranger') throw new Refusal('elsewhere', 'X', { zh: '', en: '' });
    if (input.why === 'bug') throw new Error('password=hunter2');
    return answered({ result: { shelfId: input.shelfId }, replayed: false, preview: input.validateOnly === true });
  }

  @Allow.platform
  @Mutation(() => PutPayload, { description: 'For the platform.' })
  build(@From() _: Visitor) {
    return answered({ result: {}, replayed: false, preview: false });
  }

  @LoadField('box', () => Box, { nullable: true, allow: 'parent', description: 'Its box.' })
  async box(rows: readonly ShelfRow[], { tx }: Loading): Promise<(object | null)[]> {
    loaded.push(rows.length);
    const ids = rows.map(({ id }) => id);
    return inOrder(ids, await tx.many(boxesOf, { shelves: ids }), ({ shelf }) => shelf);
  }

  @LoadField('hidden', () => Box, { nullable: true, allow: 'audit.read', description: 'Not for everyone.' })
  async hidden(rows: readonly ShelfRow[]): Promise<(object | null)[]> {
    return rows.map(() => ({ label: 'hidden' }));
  }

  @AllowField('audit.read')
  @ResolveField(() => Money, { nullable: true, description: 'Not for everyone either.' })
  worth(): KernelMoney {
    return { minor: 1n, currency: 'CNY' };
  }
}

@Resolver(() => PutPayload)
export class PutPayloadResolver {
  @LoadField('shelf', () => Shelf, { nullable: true, allow: 'fund.read', description: 'The shelf, read anew.' })
  async shelf(payloads: readonly { shelfId?: string }[], { tx }: Loading): Promise<(ShelfRow | null)[]> {
    const rows = await tx.many(shelves, { after: null, limit: 250 });
    return inOrder(payloads.map(({ shelfId }) => shelfId), rows, ({ id }) => id);
  }
}
