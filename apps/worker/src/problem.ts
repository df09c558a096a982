/** What went wrong, in a word that quotes nothing: the code of an error, and no text that may hold an address. */
export function problemOf(error: unknown): string {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown }; name?: unknown };
  const word = [code, cause?.code, name].find((one) => typeof one === 'string') as string | undefined;
  return (word ?? 'failed').toLowerCase().replace(/\W+/g, '_').slice(0, 60);
}
