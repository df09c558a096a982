/** Null, or not there at all: callers may say either. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
