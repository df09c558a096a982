import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import { isAbsent } from './absent.js';

const printable = /^[\x21-\x7e\u00a1-\uffff]([\x20-\x7e\u00a1-\uffff]{0,198}[\x21-\x7e\u00a1-\uffff])?$/;

const validKey = (key: unknown) => typeof key === 'string' && printable.test(key);
const badKey = (given?: ValidationArguments) => `${given?.property} must be 1 to 200 printable characters`;
const keyMeans = 'Chosen by the caller for this one act, 1 to 200 printable characters. The same key and input give the same answer, with replayed true; kept for 30 days.';

/** The input of what is done once for its key and never only tried: the making of a secret, for one. */
@InputType({ isAbstract: true })
export abstract class KeyedInput {
  @Field({ description: `${keyMeans} Errors: IDEMPOTENCY_CONFLICT.` })
  @ValidateBy({ name: 'idempotencyKey', validator: { validate: validKey, defaultMessage: badKey } })
  idempotencyKey!: string;
}

/** The input of what moves money or state: done once for its key, or only tried. */
@InputType({ isAbstract: true })
export abstract class OnceInput {
  @Field(() => String, {
    nullable: true,
    description: `${keyMeans} Needed unless validateOnly. Errors: IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_CONFLICT.`,
  })
  @ValidateBy({
    name: 'idempotencyKeyRequired',
    validator: { validate: (key: unknown, given) => !isAbsent(key) || (given?.object as OnceInput | undefined)?.validateOnly === true },
  })
  @ValidateBy({ name: 'idempotencyKey', validator: { validate: (key) => isAbsent(key) || validKey(key), defaultMessage: badKey } })
  idempotencyKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Try it only: every check runs, the answer says what would come of it, and nothing is written. Needs no key.' })
  @IsOptional()
  @IsBoolean()
  validateOnly?: boolean | null;
}
