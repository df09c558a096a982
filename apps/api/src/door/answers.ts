import { isUnavailable, Unavailable } from '@app/database';
import { Refusal } from '@app/kernel';
import { GraphQLError } from 'graphql';
import { Fault, type FaultCode } from './fault.js';
import { InvalidInput } from './input.pipe.js';
import type { Limits } from './limits.js';

export type Locale = 'zh' | 'en';

/** An error as the caller gets it. */
export interface AnsweredError {
  readonly message: string;
  readonly locations?: unknown;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string } & Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly requestId: string;
  readonly locale: Locale;
  readonly outOfTime: boolean;
  readonly limits: Limits;
  readonly suggestions: boolean;
  /** The types of a body, where they are others than GraphQL's. */
  readonly accepted?: string;
  /** Hears of what is our fault, with its stack; the caller hears the request id. */
  readonly report: (error: unknown) => void;
}

/** What an error says to the outside: a code, a sentence and the request id; never SQL, a stack or a DETAIL. */
export function answerTo(error: GraphQLError, asked: Asked): AnsweredError[] {
  const inner = (error.originalError as { errors?: unknown } | undefined)?.errors;
  if (Array.isArray(inner)) return inner.flatMap((one) => answerTo(asGraphQL(one), asked));
  const { message, code, details } = said(error, asked);
  return [{
    message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: { code, requestId: asked.requestId, ...details },
  }];
}

interface Said {
  readonly message: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

function said(error: GraphQLError, asked: Asked): Said {
  const cause = rootOf(error);
  if (cause instanceof Fault) return ofFault(cause, asked);
  if (cause instanceof InvalidInput) return ofRefusal(cause.refusals[0]!, asked);
  if (cause instanceof Refusal) return ofRefusal(cause, asked);
  if (cause instanceof Unavailable || isUnavailable(cause)) {
    asked.report(cause);
    return asked.outOfTime ? fault('TIMEOUT', asked) : { ...fault('UNAVAILABLE', asked), details: { retryable: true } };
  }
  const known = ofRequest(error, cause, asked);
  if (known) return known;
  if (asked.outOfTime) return fault('TIMEOUT', asked);
  asked.report(cause);
  return fault('INTERNAL', asked);
}

/** What GraphQL or Fastify themselves find wrong with a request before anything runs. */
function ofRequest(error: GraphQLError, cause: unknown, asked: Asked): Said | null {
  const { code = '', statusCode = 0 } = (cause ?? {}) as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fault('BODY_TOO_LARGE', asked, { limit: asked.limits.bodyBytes });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return fault('UNSUPPORTED_MEDIA_TYPE', asked, { accepted: asked.accepted ?? 'application/json' });
  if (error.path) return null;
  const text = asked.suggestions ? error.message : error.message.replace(/ Did you mean [^]*$/, '');
  if (/^Syntax Error: Document contains more that \d+ tokens/.test(error.message)) return fault('TOO_MANY_TOKENS', asked, { limit: asked.limits.tokens });
  if (error.message.startsWith('Syntax Error: ')) return fault('GRAPHQL_PARSE_FAILED', asked, { problem: text.slice('Syntax Error: '.length) });
  if (/^GraphQL introspection (is not allowed|has been disabled)/.test(error.message)) return fault('INTROSPECTION_OFF', asked);
  if (/^(Variable "\$|Too many errors processing variables)/.test(error.message)) return { message: unquoted(text), code: 'BAD_REQUEST' };
  if (error.nodes || error.locations || /^(Unknown operation|Must provide)/.test(error.message)) return { message: text, code: 'GRAPHQL_VALIDATION_FAILED' };
  if (code.startsWith('FST_ERR') || code.startsWith('MER_ERR') || (statusCode >= 400 && statusCode < 500)) {
    return fault('BAD_REQUEST', asked, { problem: text });
  }
  return null;
}

/** GraphQL repeats a value that does not fit, and all that stands around it: it may be a person, and a message is passed on. */
function unquoted(text: string): string {
  return text
    .replace(/( cannot represent (?:a )?non[\w -]* value): [^]*$/, '$1.')
    .replace(/Value "[^]*" does not exist/, 'The value does not exist')
    .replace(/^(Variable "\$\w+") got invalid value [^]*?( at "[\w.[\]]+")?; (?=[A-Z][^;]*$)/, '$1 got an invalid value$2; ');
}

function fault(code: FaultCode, asked: Asked, details: Record<string, string | number> = {}): Said {
  return ofFault(new Fault(code, details), asked);
}

function ofFault(one: Fault, { locale }: Asked): Said {
  // The problem is said in the message; the numbers stand beside it.
  const details = Object.fromEntries(Object.entries(one.details).filter(([name]) => name !== 'problem'));
  return { message: one.text(locale), code: one.code, details };
}

function ofRefusal(refusal: Refusal, { locale }: Asked): Said {
  const { room, code, field, details } = refusal;
  return { message: refusal.text(locale), code, details: { room, ...(field === null ? {} : { field }), details } };
}

/**
 * Without a permission a list of a hundred rows fails a hundred times at one field: once is enough to say. So is that
 * introspection is off.
 */
export function sayOnce(errors: readonly AnsweredError[]): AnsweredError[] {
  const seen = new Set<string>();
  return errors.filter(({ path, extensions }) => {
    if (extensions.code !== 'FORBIDDEN' && extensions.code !== 'INTROSPECTION_OFF') return true;
    const field = (path ?? []).filter((part) => typeof part === 'string').join('.');
    return !seen.has(field) && Boolean(seen.add(field));
  });
}

function rootOf(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function asGraphQL(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(error instanceof Error ? error.message : String(error), { originalError: error as Error });
}
