import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { importSales, listPurchases, readConsumers, readPurchases, recordPurchase, type Purchase } from '@app/members';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Allow, answered, By, connect, cursor, found, Id, inOrder, Input, LoadField, PageArgs, Reading, Text, type Loading, type Page } from '../door/index.js';
import { ConsumerKeys } from './consumer-keys.js';
import { ConsumerType } from './consumer.graphql.js';
import { ImportSalesInput, ImportSalesPayload, PurchaseConnection, PurchaseType, RecordPurchaseInput, RecordPurchasePayload } from './purchase.graphql.js';

const byPurchase = cursor('purchase', { id: 'uuid' });

@ArgsType()
class PurchaseArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only articles of exactly this serial number.' })
  @IsOptional() @Text(100)
  serial?: string | null;
}

@Resolver(() => PurchaseType)
export class PurchaseResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: ConsumerKeys,
  ) {}

  @Allow('consumer.read')
  @Query(() => PurchaseConnection, { description: 'The purchases that the caller may see; a shop\'s people see its own. Source: QM-5.' })
  purchases(@Reading() tx: MemberTx, @Args() { serial = null, ...page }: PurchaseArgs): Promise<Page<Purchase>> {
    return connect(page, byPurchase, (after, count) => tx.many(listPurchases, { memberId: null, serial, after: after?.id ?? null, count }));
  }

  @Allow('consumer.read')
  @Query(() => PurchaseType, { description: 'One purchase. Errors: NOT_FOUND.' })
  async purchase(@Reading() tx: MemberTx, @Id('purchase', { description: 'Which purchase.' }) id: string): Promise<Purchase> {
    return found(await tx.maybe(readPurchases, { purchaseIds: [id] }));
  }

  @Allow('consumer.record')
  @Mutation(() => RecordPurchasePayload, {
    description: 'Records what a shop sold, or finds it by its voucher. Errors: SELLER_NOT_A_SHOP, SOLD_IN_FUTURE, VOUCHER_DIFFERS, VOUCHER_OF_ANOTHER. Source: RO-2.',
  })
  async recordPurchase(@By() caller: Caller, @Input() input: RecordPurchaseInput) {
    const absent = { consumerId: null, person: null, invoicePrice: null, voucher: null, invoiceNumber: null, invoicedOn: null, deliveredOn: null, serial: null };
    return answered(await recordPurchase(this.database, caller, { ...absent, ...input }, this.keys));
  }

  @Allow('consumer.record')
  @Mutation(() => ImportSalesPayload, {
    description: 'Imports what a shop sold from a file; a voucher that is on record is left as it is, so a file may be sent again. With validateOnly every wrong row is told and nothing is written. Source: RO-2.',
  })
  async importSales(@By() caller: Caller, @Input() input: ImportSalesInput) {
    const { result, ...done } = await importSales(this.database, caller, input, this.keys);
    const problems = result.problems.map(({ words, ...problem }) => ({ ...problem, message: words[caller.locale] }));
    return answered({ ...done, result: { ...result, problems } });
  }

  @LoadField('consumer', () => ConsumerType, { allow: 'parent', nullable: true, description: 'Who bought, masked; null where nobody is known, or to a shop once it is erased.' })
  async consumers(purchases: readonly Purchase[], { tx }: Loading) {
    const ids = purchases.map(({ consumerId }) => consumerId);
    return inOrder(ids, await readConsumers(tx, this.keys, ids.filter((id) => id !== null)), ({ id }) => id);
  }
}
