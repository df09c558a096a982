import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import { DateTime, Payload } from '../door/index.js';

@ObjectType({ description: 'A text in both languages.' })
export class TicketText {
  @Field({ description: 'In Chinese.' })
  zh!: string;

  @Field({ description: 'In English.' })
  en!: string;
}

@ObjectType({ description: 'What happened to the complaint, in plain words.' })
export class TicketLine {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => TicketText, { description: 'What.' })
  text!: TicketText;
}

@ObjectType({ description: 'What a consumer is told of their own complaint, and nothing else. Source: RO-11.' })
export class Ticket {
  @Field({ description: 'The number of the complaint.' })
  number!: string;

  @Field(() => TicketText, { description: 'Where it stands.' })
  state!: TicketText;

  @Field(() => [TicketLine], { description: 'What happened to it, oldest first.' })
  timeline!: TicketLine[];
}

@InputType({ description: 'A consumer\'s look at their complaint.' })
export class LookUpTicketInput {
  @Field({ description: 'The code that was given at intake; hyphens and small letters do not matter.' })
  @Length(1, 100)
  code!: string;

  @Field({ description: 'The last four digits of the phone that was given at intake.' })
  @Matches(/^\d{4}$/)
  lastDigits!: string;
}

@ObjectType({ description: 'The ticket that was looked up.' })
export class LookUpTicketPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket; null when refused.' })
  ticket?: Ticket | null;
}
