import { Disk } from 'flydrive';
import type { Readable } from 'node:stream';
import { DurableDisk } from './durable-disk.js';

/** Where the bytes of files stand, by network and digest. */
export interface FileStore {
  /** Keeps the bytes, once however often they come; when it has answered they outlive a power cut. */
  keep(networkId: string, digest: string, bytes: Buffer): Promise<void>;
  /** The bytes, piece by piece; fails where they are not there. */
  open(networkId: string, digest: string): Promise<Readable>;
  /** Lets the bytes go; none to let go is no fault. */
  drop(networkId: string, digest: string): Promise<void>;
}

/** A store in a folder of this machine. */
export function localFiles(folder: string): FileStore {
  const disk = new Disk(new DurableDisk(folder));
  const key = (networkId: string, digest: string) => `${networkId}/${digest.slice(0, 2)}/${digest}`;
  return {
    keep: async (networkId, digest, bytes) => {
      // What stands under its digest is whole: it came there by a rename.
      if (!(await disk.exists(key(networkId, digest)))) await disk.put(key(networkId, digest), bytes);
    },
    open: (networkId, digest) => disk.getStream(key(networkId, digest)),
    drop: (networkId, digest) => disk.delete(key(networkId, digest)),
  };
}
