import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';

const printable = /^[\x21-\x7e\u00a1-\uffff]([\x20-\x7e\u00a1-\uffff]{0,198}[\x21-\x7e\u00a1-\uffff])?$/;

/** The input of what moves money or state: done once for its key, or only tried. */
@InputType({ isAbstract: true })
export abstract class OnceInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the caller for this one act, 1 to 200 printable characters. The same key and input give the same answer, with '
      + 'replayed true; kept for 30 days. Needed unless validateOnly. Errors: IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_CONFLICT.',
  })
  @ValidateBy({
    name: 'idempotencyKeyRequired',
    validator: { validate: (key: unknown, given) => key != null || (given?.object as OnceInput | undefined)?.validateOnly === true },
  })
  @ValidateBy({
    name: 'idempotencyKey',
    validator: {
      validate: (key: unknown) => key == null || (typeof key === 'string' && printable.test(key)),
      defaultMessage: (given?: ValidationArguments) => `${given?.property} must be 1 to 200 printable characters`,
    },
  })
  idempotencyKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Try it only: every check runs, the answer says what would come of it, and nothing is written. Needs no key.' })
  @IsOptional()
  @IsBoolean()
  validateOnly?: boolean | null;
}
