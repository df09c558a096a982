import type { Day } from '@app/kernel';
import type { PackState } from '@app/policies';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { DayField, IdField, JSONObject, OnceInput, PageArgs, Text } from '../door/index.js';
import { PackStateEnum } from './pack.graphql.js';

const rulesAre = 'a JSON object of lists of rows, each row with id, source, mark and the fields of its kind, as `rules` of a pack shows them; '
  + 'at most 150,000 characters, numbers whole';

@ArgsType()
export class PackArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only of this kind; of all where absent.' })
  @IsOptional() @Text(40)
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this code; of all where absent.' })
  @IsOptional() @Text(60)
  code?: string | null;

  @Field(() => PackStateEnum, { nullable: true, description: 'Only in this state; in all where absent. None of the network\'s packs is SHIPPED.' })
  @IsOptional() @IsIn(Object.values(PackStateEnum))
  state?: PackState | null;
}

@ArgsType()
export class PacksInForceArgs {
  @Field({ description: 'Of which kind. Errors: UNKNOWN_KIND.' })
  @Text(40)
  kind!: string;

  @DayField({ nullable: true, description: 'On which business day; today where absent.' })
  on?: Day | null;
}

@ArgsType()
export class PackInForceArgs extends PacksInForceArgs {
  @Field({ description: 'Of which code.' })
  @Text(60)
  code!: string;
}

@ArgsType()
export class PackDifferenceArgs {
  @IdField('pack', { description: 'The first pack, shipped or the network\'s own. Errors: NOT_FOUND.' })
  fromId!: string;

  @IdField('pack', { nullable: true, description: 'The second pack, of the same kind; absent where toRules is given. Errors: NOT_FOUND, OTHER_KIND.' })
  toId?: string | null;

  @Field(() => JSONObject, { nullable: true, description: `Rules that are not put forward yet, instead of a second pack: ${rulesAre}. Errors: RULES_INVALID, RULES_TOO_LARGE.` })
  @IsOptional() @IsObject()
  toRules?: Record<string, unknown> | null;
}

@InputType({ description: 'A shipped pack to adopt.' })
export class AdoptPackInput extends OnceInput {
  @IdField('pack', { description: 'Which shipped pack. Errors: NOT_FOUND, NOT_SHIPPED.' })
  packId!: string;

  @DayField({
    description: 'From which business day it counts: no further back than the network permits, save for the first adoption of its code, and ten years ahead at most. '
      + 'Errors: DAY_TOO_EARLY, DAY_TOO_LATE, STARTS_TWICE.',
  })
  effectiveFrom!: Day;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@InputType({ description: 'A pack of the network\'s own to put forward.' })
export class ProposePackInput extends OnceInput {
  @Field({ description: 'Of which kind. Errors: UNKNOWN_KIND.' })
  @Text(40)
  kind!: string;

  @Field({ description: 'Its code: that of the pack it is to replace, or a new one of 1 to 60 small letters, digits and hyphens, a letter first.' })
  @Matches(/^[a-z][a-z0-9-]{0,59}$/)
  code!: string;

  @Field({ description: 'Its name in Chinese, 1 to 200 characters.' })
  @Text(200)
  nameZh!: string;

  @Field({ description: 'Its name in English, 1 to 200 characters.' })
  @Text(200)
  nameEn!: string;

  @DayField({ description: 'From which business day it counts: no further back than the network permits, and ten years ahead at most. Errors: DAY_TOO_EARLY, DAY_TOO_LATE, STARTS_TWICE.' })
  effectiveFrom!: Day;

  @IdField('pack', { nullable: true, description: 'The pack that it changes; absent where it is new. Errors: NOT_FOUND, OTHER_KIND.' })
  basedOnId?: string | null;

  @Field(() => JSONObject, {
    description: `The rules: ${rulesAre}. Errors: RULES_TOO_LARGE; RULES_INVALID, whose details name count and, as problems, `
      + 'for up to 50 faults path, row, code, zh and en.',
  })
  @IsObject()
  rules!: Record<string, unknown>;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@InputType({ description: 'A decision on a pack that was put forward.' })
export class DecidePackInput extends OnceInput {
  @IdField('pack', { description: 'Which pack. Errors: NOT_FOUND, ALREADY_DECIDED, OWN_PROPOSAL.' })
  packId!: string;

  @Field({ description: 'True to put it in force from its day, false to refuse it.' })
  @IsBoolean()
  approve!: boolean;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}
