import { Injectable, type PipeTransform } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import type { IdKind } from '@app/kernel';
import { uuidOf } from './fields.js';

/** The one `input` of a mutation; its class says what is read and how. */
export const Input = (): ParameterDecorator => Args('input', { description: 'What is asked for.' });

/** An id argument, named `id` unless said otherwise: a shown id read into a uuid. Errors: NOT_FOUND. */
export function Id(kind: IdKind, { description, name = 'id' }: { readonly description: string; readonly name?: string }): ParameterDecorator {
  @Injectable()
  class ReadId implements PipeTransform {
    transform(shown: unknown): string {
      return uuidOf(kind, shown);
    }
  }
  return Args(name, { type: () => ID, description }, ReadId);
}
