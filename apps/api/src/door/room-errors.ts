import type { Reasons } from '@app/kernel';
import { refuseKernel } from '@app/kernel';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { answerWith, MutationError } from './mutation-error.js';
import { refuse } from './refusals.js';

/** The types made here; they are reached through the interface alone, so the schema must be told of them. */
export const errorTypes: (new () => MutationError)[] = [];

/** Makes a room's refusals answerable: for `ledger` the enum `LedgerReason` and the type `LedgerError` that has it. */
export function roomErrors({ room, words }: Reasons, name = pascal(room)): void {
  const codes = Object.keys(words);
  const reasons = Object.fromEntries(codes.map((code) => [code, code]));
  registerEnumType(reasons, {
    name: `${name}Reason`,
    description: `The reasons of ${name}Error.`,
    valuesMap: Object.fromEntries(codes.map((code) => [code, { description: `${words[code]!.en} ${words[code]!.zh}` }])),
  });

  class RoomError extends MutationError {
    reason!: string;
  }
  Object.defineProperty(RoomError, 'name', { value: `${name}Error` });
  Field(() => reasons, { description: 'The same as `code`, as an enum that lists every reason.' })(RoomError.prototype, 'reason');
  ObjectType(`${name}Error`, { description: `A refusal by the rules of ${room}.`, implements: () => [MutationError] })(RoomError);

  answerWith(room, `${name}Error`);
  errorTypes.push(RoomError);
}

const pascal = (room: string) => room.replace(/(^|[-_])(\w)/g, (_, __, letter: string) => letter.toUpperCase());

roomErrors(refuseKernel, 'Common');
roomErrors(refuse, 'Input');
