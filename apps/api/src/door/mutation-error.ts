import { Refusal, type RefusalDetails } from '@app/kernel';
import { Field, InterfaceType } from '@nestjs/graphql';
import { GraphQLJSONObject } from './scalars.js';

/** A refusal as it stands in an answer; `room` picks the implementing type. */
export interface RefusedAnswer {
  readonly room: string;
  readonly code: string;
  readonly reason: string;
  readonly field: string | null;
  readonly message: string;
  readonly details: RefusalDetails;
}

const typeNames = new Map<string, string>();

/** Gives the refusals of a room their GraphQL type. */
export function answerWith(room: string, typeName: string): void {
  typeNames.set(room, typeName);
}

export const hasErrorType = (room: string): boolean => typeNames.has(room);

@InterfaceType('MutationError', {
  description: 'Why a mutation was refused; nothing was written. Each room has its own type, whose `reason` lists all its codes.',
  resolveType: ({ room }: RefusedAnswer) => typeNames.get(room),
})
export abstract class MutationError {
  @Field({ description: 'The reason as a stable word, such as NOT_FOUND: for programs.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The path of the input field that caused it, such as lines.0.amount; null when it was no single field.' })
  field!: string | null;

  @Field({ description: 'The reason for people, in Chinese or English by Accept-Language.' })
  message!: string;

  @Field(() => GraphQLJSONObject, { description: 'What else helps, by code: the current version, what was available, the day allowed; empty when nothing.' })
  details!: RefusalDetails;
}

export function answerOf(refusal: Refusal, locale: 'zh' | 'en'): RefusedAnswer {
  const { room, code, field, details } = refusal;
  return { room, code, reason: code, field, message: refusal.text(locale), details };
}
