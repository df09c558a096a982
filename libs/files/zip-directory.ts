/** What a zip says of itself; nothing of it is unpacked. */
export interface ZipDirectory {
  readonly names: readonly string[];
  readonly unpackedBytes: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const encrypted = 1;

/** Reads the directory at the end of a zip, or null where it is not whole. */
export function zipDirectory(bytes: Buffer): ZipDirectory | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const entries = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let unpackedBytes = 0;
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) > end) return null;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark || bytes.readUInt16LE(at + 8) & encrypted) return null;
    const packed = bytes.readUInt32LE(at + 20);
    const start = bytes.readUInt32LE(at + 42);
    const nameLength = bytes.readUInt16LE(at + 28);
    if (start + 30 + packed > end || at + 46 + nameLength > end) return null;
    unpackedBytes += bytes.readUInt32LE(at + 24);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { names, unpackedBytes };
}

/** Where the end record begins: a comment of at most 65,535 bytes may follow it, and nothing else. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === endMark && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}
