import { Refusal, type Caller, type Money as KernelMoney } from '@app/kernel';
import type { MemberTx } from '@app/database';
import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Allow, AllowField, answered, By, connect, connectionOf, cursor, Day, From, Id, inOrder, Input, LoadField, Money, nodeOf, PageArgs, Reading, type Loading,
  type Page, type Visitor,
} from '../../../apps/api/src/door/index.js';
import { Box, boxesOf, broken, moment, PutInput, PutPayload, refuseShelf, Shelf, shelves, slow, type ShelfRow } from './shelf.js';

export const loaded: number[] = [];
export const heard: unknown[] = [];
const ShelfConnection = connectionOf(Shelf, { description: 'Shelves by number.' });
const byShelf = cursor('shelf', { id: 'uuid' });
nodeOf('reminder', { type: () => Shelf, allow: 'fund.read', load: async (tx, id) => (await tx.many(shelves, { after: null, limit: 300 })).find((row) => row.id === id) ?? null });

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
  shelf(@Reading() tx: MemberTx, @Id('reminder', { description: 'Which.' }) id: string): Promise<ShelfRow> {
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
