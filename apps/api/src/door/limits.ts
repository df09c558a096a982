/** How much one request may ask for. Each number may be set by the environment variable beside it. */
export const limitNames = {
  bodyBytes: ['BODY_LIMIT', 256 * 1024],
  tokens: ['LIMIT_TOKENS', 2_000],
  depth: ['LIMIT_DEPTH', 12],
  fields: ['LIMIT_FIELDS', 500],
  aliases: ['LIMIT_ALIASES', 30],
  directives: ['LIMIT_DIRECTIVES', 20],
  rootFields: ['LIMIT_ROOT_FIELDS', 15],
  cost: ['LIMIT_COST', 20_000],
  operationMs: ['LIMIT_OPERATION_MS', 20_000],
  requestMs: ['LIMIT_REQUEST_MS', 15_000],
} as const;

export type Limits = { readonly [Name in keyof typeof limitNames]: number };

/** What a page holds unless the caller says otherwise, and at most. */
export const page = { usual: 20, most: 100 } as const;

/** What a list without `first` counts for in the cost of a query. */
export const listCountsFor = 10;

/** A mutation locks and writes, which costs more than any field. */
export const mutationCosts = 10;

/** The introspection query of common tools is deeper than any of ours; where introspection is on, it may be. */
export const introspectionDepth = 20;

export function readLimits(env: NodeJS.ProcessEnv): Limits {
  return Object.fromEntries(
    Object.entries(limitNames).map(([name, [variable, usual]]) => {
      const text = env[variable]?.trim();
      if (!text) return [name, usual];
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${variable} must be a whole number above zero, not "${text}".`);
      return [name, Number(text)];
    }),
  ) as Limits;
}
