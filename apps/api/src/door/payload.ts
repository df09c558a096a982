import type { Done } from '@app/database';
import type { Refusal } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { answerOf, MutationError, type RefusedAnswer } from './mutation-error.js';

/** What every mutation answers; its result fields are nullable, because a refused one has none. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [MutationError], { description: 'Why it was refused; empty when it was done.' })
  errors!: readonly RefusedAnswer[];

  @Field({ description: 'True when the same request, with the same key, had been answered before: this is that answer, and nothing was done again.' })
  replayed!: boolean;

  @Field({ description: 'True when it was only tried (validateOnly): this is what would come of it, and nothing was written.' })
  preview!: boolean;
}

/** The answer to an act that was done, replayed or tried. */
export function answered<R extends object>({ result, replayed, preview }: Done<R>) {
  return { ...result, errors: [], replayed, preview };
}

/** The answer to an act that has neither key nor trial. */
export function did<R extends object>(result: R) {
  return { ...result, errors: [], replayed: false, preview: false };
}

export function refused(refusals: readonly Refusal[], locale: 'zh' | 'en') {
  return { errors: refusals.map((refusal) => answerOf(refusal, locale)), replayed: false, preview: false };
}
