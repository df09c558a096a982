import { FSDriver } from 'flydrive/drivers/fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@app/kernel';

/** A disk on which a file stands whole or not at all, also after a power cut: written aside, forced down, then renamed. */
export class DurableDisk extends FSDriver {
  constructor(private readonly folder: string) {
    super({ location: folder, visibility: 'private' });
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const target = path.join(this.folder, key);
    const aside = path.join(this.folder, 'incoming', newId());
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
    try {
      const file = await open(aside, 'wx', 0o600);
      try {
        await file.writeFile(contents);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, target);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
    for (const folder of this.above(key)) await forceDown(folder);
  }

  /** The folders of a key, from its own up to the first: each was perhaps made just now. */
  private above(key: string): string[] {
    const steps = path.dirname(key).split('/');
    return steps.map((_, i) => path.join(this.folder, ...steps.slice(0, steps.length - i))).concat(this.folder);
  }
}

async function forceDown(folder: string): Promise<void> {
  const held = await open(folder, 'r');
  try {
    await held.sync();
  } finally {
    await held.close();
  }
}
