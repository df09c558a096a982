import { parseAmount, parseId, rate, refuseKernel, Refusal, showId, type IdKind, type Money as KernelMoney } from '@app/kernel';
import { applyDecorators } from '@nestjs/common';
import { Field, ID } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { isAbsent } from './absent.js';
import { expectedCurrency } from './caller-store.js';
import { orRefusal } from './input.pipe.js';
import { Money, MoneyInput } from './money.graphql.js';
import { Day } from './scalars.js';
import { Show } from './show.js';

interface Described {
  readonly description: string;
  readonly nullable?: boolean;
}

/** Fails where a transform left a refusal in the place of a value; the pipe answers with that refusal. */
const Readable = () => ValidateBy({ name: 'readable', validator: { validate: (value) => !(value instanceof Refusal) } });

/** Reads the value a caller gave by `read`, leaving null and absent as they are. */
function read(reading: (value: unknown) => unknown, nullable = false): PropertyDecorator {
  const transform = Transform(({ value }: { value: unknown }) => (isAbsent(value) ? value : orRefusal(() => reading(value))));
  return nullable ? applyDecorators(transform, Readable(), IsOptional()) : applyDecorators(transform, Readable());
}

/** Shows the property of the row in another way. */
const shown = (show: (value: unknown) => unknown): PropertyDecorator => (target, property) =>
  Show((row) => show(row[property as string]))(target, property);

/** Reads a shown id of that kind; malformed and of another kind are not found, as a missing one is. */
export function uuidOf(kind: IdKind, shown: unknown): string {
  const parsed = typeof shown === 'string' ? parseId(shown) : null;
  if (parsed?.kind !== kind) throw refuseKernel('NOT_FOUND');
  return parsed.id;
}

/** An id field: a row's uuid shown with its prefix in an answer, a shown id read into a uuid in an input. */
export function IdField(kind: IdKind, { description, nullable = false }: Described): PropertyDecorator {
  const show = (id: unknown) => (isAbsent(id) ? null : showId(kind, id as string));
  return applyDecorators(Field(() => ID, { description, nullable }), shown(show), read((value) => uuidOf(kind, value), nullable));
}

/** A list of ids, read and shown like one. */
export function IdsField(kind: IdKind, { description, nullable = false }: Described): PropertyDecorator {
  const show = (ids: unknown) => (ids as readonly string[] | null | undefined)?.map((id) => showId(kind, id)) ?? null;
  return applyDecorators(
    Field(() => [ID], { description, nullable }),
    shown(show),
    read((value) => (value as unknown[]).map((id) => uuidOf(kind, id)), nullable),
  );
}

/** A day in the network's zone. */
export function DayField({ description, nullable = false }: Described): PropertyDecorator {
  return applyDecorators(Field(() => Day, { description, nullable }), read((value) => value, nullable));
}

/** A whole number that may exceed 2^53, in an answer as text. */
export function WholeField({ description }: { readonly description: string }): PropertyDecorator {
  return applyDecorators(Field(() => String, { description: `${description} Whole-number text.` }), shown(String));
}

/** An exact decimal factor as text, such as "0.0005". */
export function RateField({ description, nullable = false }: Described): PropertyDecorator {
  return applyDecorators(Field(() => String, { description, nullable }), read((value) => rate(String(value)), nullable));
}

/**
 * An amount. In an answer the property holds Money, or `from` names the row's column of minor units, of the row's
 * currency; in an input MoneyInput is read into Money of the network's currency.
 */
export function MoneyField({ description, nullable = false, from }: Described & { readonly from?: string }): PropertyDecorator {
  return (target, property) => {
    // One class is either; which one is not known until it is decorated itself, so the type is asked for late.
    Field(() => (isInput(target.constructor) ? MoneyInput : Money), { description, nullable })(target, property);
    if (from) Show((row) => (isAbsent(row[from]) ? null : { minor: row[from], currency: row.currency }))(target, property);
    read((value) => readMoney(value as MoneyInput), nullable)(target, property);
  };
}

function readMoney({ amount, currency }: MoneyInput): KernelMoney {
  const expected = expectedCurrency();
  if (expected !== null && currency !== expected) throw refuseKernel('WRONG_CURRENCY', { expected });
  return parseAmount(amount, currency);
}

/** Nest keeps what a class was declared as. */
const isInput = (type: object): boolean => Reflect.getMetadata('graphql:class_type', type) === 'inputType';
