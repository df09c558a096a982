import { Refusal, refuseKernel } from '@app/kernel';
import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
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
    const read: unknown = await super.transform(value, metadata);
    // Only what the caller sent: a transaction or a context comes through here too.
    const unkept = metadata.type === 'body' ? brokenTexts(read, '') : [];
    if (unkept.length > 0) throw new InvalidInput(unkept.slice(0, mostAnswered));
    return read;
  }
}

// PostgreSQL keeps no NUL; half a surrogate pair would be kept as another character than was sent.
const broken = /\0|\p{Surrogate}/u;

/** Texts of an input that could not be kept as they were given; an argument by itself is an id, and read as one. */
function brokenTexts(read: unknown, path: string): Refusal[] {
  if (typeof read === 'string') return path && broken.test(read) ? [refuse('INVALID_INPUT', { problem: `${path} must be text without NUL or half characters` }, path)] : [];
  if (typeof read !== 'object' || read === null || read instanceof Date) return [];
  return Object.entries(read).flatMap(([name, value]) => brokenTexts(value, path ? `${path}.${name}` : name));
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
