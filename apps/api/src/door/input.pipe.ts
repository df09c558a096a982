import { Refusal, refuseKernel } from '@app/kernel';
import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { unstorable } from './unstorable.js';
import type { ValidationError } from 'class-validator';
import { refuse } from './refusals.js';

/** Everything that is wrong with an input, each with the path of its field. */
export class InvalidInput extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ field, code }) => `${field}: ${code}`).join(', '));
  }
}

const mostAnswered = 20;

/** Reads every input by its class: shapes, lengths, ids, amounts; what it does not know is not let in. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: false, value: true },
      exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => refusalsOf(error, '')).slice(0, mostAnswered)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // What the door itself hands in, the caller and the reading, is no input.
    if (metadata.type === 'custom') return value;
    const at = unstorable(value, '');
    if (at !== null) throw new InvalidInput([refuse('INVALID_INPUT', { problem: 'text with NUL or a broken character' }, at || null)]);
    return (await super.transform(value, metadata)) as unknown;
  }
}

function refusalsOf(error: ValidationError, above: string): Refusal[] {
  const path = above + error.property;
  if (error.value instanceof Refusal) return [error.value.at(path)];
  const own = Object.entries(error.constraints ?? {}).map(([rule, problem]) =>
    rule === 'idempotencyKeyRequired' ? refuse('IDEMPOTENCY_KEY_REQUIRED', {}, path) : refuse('INVALID_INPUT', { problem }, path),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => refusalsOf(child, `${path}.`))];
}

/** Runs a reading of the kernel's; what it refuses becomes the value, so that the validation finds it with its path. */
export function orRefusal<T>(read: () => T): T | Refusal {
  try {
    return read();
  } catch (error) {
    return error instanceof Refusal ? error : refuseKernel('INVALID_INPUT', { problem: 'unreadable' });
  }
}
