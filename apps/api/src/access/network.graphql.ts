import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, IdField, Node } from '../door/index.js';

@ObjectType('Network', { description: 'The world of one mall operator or one brand (体系); everything else stands inside one.', implements: () => [Node] })
export class Network {
  @IdField('network', { description: 'Which network.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'The currency of all its money, ISO 4217, such as CNY.' })
  currency!: string;

  @Field({ description: 'The time zone in which its days begin, such as Asia/Shanghai.' })
  zone!: string;

  @Field({ description: 'True when it is a sandbox, whose clock may be set ahead.' })
  sandbox!: boolean;

  @Field(() => DateTime, { description: 'The present instant there: the clock, plus how far a sandbox runs ahead.' })
  now!: Date;

  @Field(() => Day, { description: 'The business day there.' })
  today!: string;
}
