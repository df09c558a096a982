import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import {
  adoptPack, comparePacks, decidePack, headsInForce, packKinds, packsAfter, proposePack, readPacks, refusePolicies, rowsOfPacks, rulesAsJson, shippedPacks, type Pack,
} from '@app/policies';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, connect, cursor, found, Id, Input, JSONObject, LoadField, nodeOf, Reading, roomErrors, type Loading, type Page } from '../door/index.js';
import { PackConnection, PackInForceType, PackKindType, PackPayload, PackRowChangeType, PackRowType, PackType } from './pack.graphql.js';
import {
  AdoptPackInput, DecidePackInput, PackArgs, PackDifferenceArgs, PackInForceArgs, PacksInForceArgs, ProposePackInput,
} from './pack.inputs.graphql.js';

roomErrors(refusePolicies);
nodeOf('pack', { type: () => PackType, allow: 'pack.read', load: async (tx, id) => (await readPacks(tx, [id]))[0] ?? null });

const byPack = cursor('pack', { id: 'uuid' });
const inForce = (pack: Pack) => ({ byDefault: pack.state === 'shipped', pack });

@Resolver(() => PackType)
export class PackResolver {
  constructor(private readonly database: Database) {}

  @Allow('pack.read')
  @Query(() => [PackKindType], { description: 'The kinds of packs that there are.' })
  packKinds() {
    return packKinds();
  }

  @Allow('pack.read')
  @Query(() => [PackType], { description: 'The packs that come with the program, every version of them. Errors: UNKNOWN_KIND.' })
  shippedPacks(@Args('kind', { type: () => String, nullable: true, description: 'Only of this kind; of all where absent.' }) kind: string | null): Pack[] {
    return shippedPacks(kind ?? null);
  }

  @Allow('pack.read')
  @Query(() => PackConnection, { description: 'The network\'s own packs: adopted and proposed, approved and refused; to a member those that were approved.' })
  packs(@Reading() tx: MemberTx, @Args() { kind, code, state, ...page }: PackArgs): Promise<Page<Pack>> {
    const filter = { kind: kind ?? null, code: code ?? null, state: state ?? null };
    return connect(page, byPack, (after, count) => packsAfter(tx, filter, after?.id ?? null, count));
  }

  @Allow('pack.read')
  @Query(() => PackType, { description: 'One pack, shipped or the network\'s own. Errors: NOT_FOUND.' })
  async pack(@Reading() tx: MemberTx, @Id('pack', { description: 'Which pack.' }) id: string): Promise<Pack> {
    return found((await readPacks(tx, [id]))[0] ?? null);
  }

  @Allow('pack.read')
  @Query(() => PackInForceType, { nullable: true, description: 'The pack of a code that is in force on a day; null where there is none. Errors: UNKNOWN_KIND.' })
  async packInForce(@Reading() tx: MemberTx, @Args() { kind, code, on }: PackInForceArgs) {
    return (await headsInForce(tx, { kind, codes: [code], on: on ?? tx.caller.today })).map(inForce)[0] ?? null;
  }

  @Allow('pack.read')
  @Query(() => [PackInForceType], { description: 'The packs of a kind that are in force on a day, one of each code. Errors: UNKNOWN_KIND.' })
  async packsInForce(@Reading() tx: MemberTx, @Args() { kind, on }: PacksInForceArgs) {
    return (await headsInForce(tx, { kind, on: on ?? tx.caller.today })).map(inForce);
  }

  @Allow('pack.read')
  @Query(() => [PackRowChangeType], { description: 'What turns one pack into another, row by row; empty where their rules are the same. Errors: RULES_INVALID.' })
  packDifference(@Reading() tx: MemberTx, @Args() { fromId, toId, toRules }: PackDifferenceArgs) {
    return comparePacks(tx, { fromId, toId: toId ?? null, toRules: toRules ?? null });
  }

  @Allow('pack.propose')
  @Mutation(() => PackPayload, { description: 'Puts a shipped pack forward to become the network\'s own from a day on; in force once someone else approves. Source: RO-1.' })
  async adoptPack(@By() caller: Caller, @Input() input: AdoptPackInput) {
    return answered(await adoptPack(this.database, caller, input));
  }

  @Allow('pack.propose')
  @Mutation(() => PackPayload, {
    description: 'Puts rules of the network\'s own forward, changed from another pack or new; in force once someone else approves. Errors: RULES_INVALID. Source: RO-1.',
  })
  async proposePack(@By() caller: Caller, @Input() input: ProposePackInput) {
    return answered(await proposePack(this.database, caller, { ...input, basedOnId: input.basedOnId ?? null }));
  }

  @Allow('pack.decide')
  @Mutation(() => PackPayload, {
    description: 'Decides on a pack that was put forward: it is in force from its day on, or stays refused. Errors: OWN_PROPOSAL, ALREADY_DECIDED, STARTS_TWICE. Source: RO-1, RO-4.',
  })
  async decidePack(@By() caller: Caller, @Input() input: DecidePackInput) {
    return answered(await decidePack(this.database, caller, input));
  }

  @LoadField('rules', () => JSONObject, { allow: 'parent', nullable: true, description: 'The rules as they are put forward; null of a pack that was only tried.' })
  rules(packs: readonly Pack[], { tx }: Loading) {
    return rulesAsJson(tx, packs);
  }

  @LoadField('rows', () => [PackRowType], { allow: 'parent', nullable: true, description: 'The rules row by row, whatever their kind; null of a pack that was only tried.' })
  rows(packs: readonly Pack[], { tx }: Loading) {
    return rowsOfPacks(tx, packs);
  }
}
