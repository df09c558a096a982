/** A source that money may be taken from, and how much of it is there. */
export interface Source {
  readonly availableMinor: bigint;
}

export interface Taken<S extends Source> {
  readonly parts: readonly { readonly source: S; readonly minor: bigint }[];
  /** What all of them together could not give. */
  readonly restMinor: bigint;
}

/** Takes an amount from sources in the order given, each as far as it goes; the parts and the rest sum to the whole. */
export function takeInOrder<S extends Source>(sources: readonly S[], amountMinor: bigint): Taken<S> {
  let restMinor = amountMinor;
  const parts: { source: S; minor: bigint }[] = [];
  for (const source of sources) {
    const minor = source.availableMinor < restMinor ? source.availableMinor : restMinor;
    if (minor <= 0n) continue;
    parts.push({ source, minor });
    restMinor -= minor;
  }
  return { parts, restMinor };
}
