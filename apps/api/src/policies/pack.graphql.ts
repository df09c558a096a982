import type { Day } from '@app/kernel';
import { marks, type PackState, type ShownRow } from '@app/policies';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DayField, enumType, IdField, JSONObject, Node, Payload } from '../door/index.js';

export const PackStateEnum = enumType('PackState', 'How far a pack has come.', {
  shipped: 'Comes with the program; in force where the network has no version of its own (随附).',
  proposed: 'Put forward; nothing has changed (提议).',
  approved: 'Decided for; in force from its day until a later version starts (已批准).',
  refused: 'Decided against (驳回).',
});

export const RowChangeEnum = enumType('PackRowChangeKind', 'What became of a row.', {
  added: 'Only in the second pack (新增).',
  removed: 'Only in the first pack (删除).',
  changed: 'In both, with other fields (变更).',
});

@ObjectType('PackKind', { description: 'A kind of rule data (规则包类别), such as goods: what its rows mean is its room\'s.' })
export class PackKindType {
  @Field({ description: 'Its word, by which packs are asked for: goods, guarantee, clock_regime, sanctions.' })
  kind!: string;

  @Field({ description: 'Its name in Chinese.' })
  zh!: string;

  @Field({ description: 'Its name in English.' })
  en!: string;
}

@ObjectType('PackRow', { description: 'One row of a pack\'s rules.' })
export class PackRowType {
  @Field({ description: 'The list of the rules that it stands in; of a setting, which stands in none, its name.' })
  section!: string;

  @Field({ description: 'What it is known by: of a rule its id in the rulebook. Several rows may have one.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The text it was read in; null of a setting.' })
  source!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Provenance, one of ${marks.join(', ')}: S read in an official or near-official text, 2 a secondary source only, W our working value, D our design. Null of a setting.`,
  })
  mark!: string | null;

  @Field(() => JSONObject, { description: 'All else that it says, by the field names of its kind; amounts in minor units and rates are text.' })
  fields!: ShownRow['fields'];
}

@ObjectType('Pack', { description: 'A version of rule data (规则包): shipped, or the network\'s own.', implements: () => [Node] })
export class PackType {
  @IdField('pack', { description: 'Which pack; of a shipped one the same in every network.' })
  id!: string;

  @Field({ description: 'Its kind, such as goods.' })
  kind!: string;

  @Field({ description: 'What its versions have in common, such as mall-apparel-and-footwear.' })
  code!: string;

  @Field(() => Int, { description: 'Counts up within code and network; decisions keep it with the id and the digest.' })
  version!: number;

  @Field({ description: 'Its name in Chinese.' })
  nameZh!: string;

  @Field({ description: 'Its name in English.' })
  nameEn!: string;

  @DayField({ description: 'From which business day it counts, once approved; of a shipped one, where the network has none of its own.' })
  effectiveFrom!: Day;

  @Field({ description: 'SHA-256 of the canonical JSON of its rules, in hexadecimal: the same digest is the same rules.' })
  digest!: string;

  @Field(() => PackStateEnum, { description: 'How far it has come.' })
  state!: PackState;

  @Field({ description: 'Whether it is a shipped pack taken over as it is.' })
  adopted!: boolean;

  @IdField('pack', { nullable: true, description: 'The pack that it copies or changes; null where it is new.' })
  basedOnId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was put forward; null of a shipped one.' })
  reason!: string | null;

  @DayField({ nullable: true, description: 'When it was put forward; null of a shipped one.' })
  proposedOn!: Day | null;

  @DayField({ nullable: true, description: 'When it was decided; null while it is not.' })
  decidedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The reason of the decision; null while there is none.' })
  decisionReason!: string | null;
}

export const PackConnection = connectionOf(PackType, { description: 'Packs of the network, oldest first.' });

@ObjectType('PackInForce', { description: 'The pack of a code that is in force on a day.' })
export class PackInForceType {
  @Field({ description: 'True of a shipped pack that is in force because the network has no version of its own by that day.' })
  byDefault!: boolean;

  @Field(() => PackType, { description: 'The pack.' })
  pack!: PackType;
}

@ObjectType('PackFieldChange', { description: 'A field of a row in two packs.' })
export class PackFieldChangeType {
  @Field({ description: 'Which field.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its value in the first pack as JSON text; null where it had none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Its value in the second pack as JSON text; null where it has none.' })
  after!: string | null;
}

@ObjectType('PackRowChange', { description: 'A row in which two packs differ.' })
export class PackRowChangeType {
  @Field({ description: 'The list of the rules that it stands in.' })
  section!: string;

  @Field({ description: 'The row\'s id.' })
  id!: string;

  @Field(() => RowChangeEnum, { description: 'What became of it.' })
  change!: string;

  @Field(() => [PackFieldChangeType], { description: 'The fields that differ; all of them of a row that was added or removed.' })
  fields!: PackFieldChangeType[];
}

@ObjectType({ description: 'The pack as it now stands.' })
export class PackPayload extends Payload {
  @Field(() => PackType, { nullable: true, description: 'The pack; null when refused.' })
  pack?: PackType | null;
}
