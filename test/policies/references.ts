import { packKind, shippedHeads } from '@app/policies';

/** What shipped packs name and nobody ships, of the kinds that there are. */
export function unshipped(): string[] {
  return shippedHeads().flatMap(({ kind, pack }) => (packKind(kind)!.refersTo?.(pack.rules) ?? [])
    .filter((named) => packKind(named.kind) && !shippedHeads(named.kind).some((one) => one.pack.code === named.code))
    .map((named) => `${kind} ${pack.code} ${named.path}: no ${named.kind} ${named.code} is shipped`));
}
