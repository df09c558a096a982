import type { NetworkTx } from '@app/database';
import type { Caller, IdKind } from '@app/kernel';

/** A kind of thing that files may be attached to, as its room registers it at boot. */
export interface FileOwner {
  /** By which ids the API names it; also the word in the rows. */
  readonly kind: IdKind;
  /** Whether the caller may see files of this kind at all; which of them, the rows' party says. */
  readonly mayRead: (caller: Caller) => boolean;
  /** Locks one of them so that something may be added to it, and answers its party; null where there is none. */
  readonly take: (tx: NetworkTx, id: string) => Promise<{ readonly memberId: string | null } | null>;
}

const owners = new Map<string, FileOwner>();

/** Lets files be attached to a kind of thing; saying it twice changes nothing. */
export function registerFileOwner(owner: FileOwner): void {
  owners.set(owner.kind, owner);
}

/** The owner of that kind, where the caller may see its files. */
export function ownerFor(caller: Caller, kind: string): FileOwner | null {
  const owner = owners.get(kind);
  return owner?.mayRead(caller) ? owner : null;
}

/** All kinds whose files the caller may see. */
export const kindsFor = (caller: Caller): string[] => [...owners.values()].filter((owner) => owner.mayRead(caller)).map(({ kind }) => kind);
