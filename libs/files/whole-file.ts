import { crc32 } from 'node:zlib';
import { mostUnpackedTimes, type MediaType } from './policy.js';
import { zipDirectory } from './zip-directory.js';

/** Whether a file of that type has its end, and what its parts say of their lengths is true; nothing is decoded. */
export function isWhole(type: MediaType, bytes: Buffer): boolean {
  return checks[type]?.(bytes) ?? true;
}

const checks: Readonly<Partial<Record<MediaType, (bytes: Buffer) => boolean>>> = {
  'image/jpeg': wholeJpeg,
  'image/png': wholePng,
  'image/webp': (bytes) => bytes.length >= 20 && bytes.readUInt32LE(4) + 8 <= bytes.length,
  'image/heic': wholeBoxes,
  'application/pdf': (bytes) => /startxref\s+\d+\s+%%EOF\s*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 2_048)).replace(/\0+$/, '')),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': wholeWorkbook,
};

/** Segment after segment to the end-of-image marker; cameras may put something of their own after it. */
function wholeJpeg(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else {
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

/** Inside a scan 0xFF is followed by 0, or by a restart marker; any other marker ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Chunk after chunk, each with its checksum, to IEND. */
function wholePng(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at += 12 + length;
  }
  return false;
}

/** Boxes one after the other, the last of which may say that it goes to the end. */
function wholeBoxes(bytes: Buffer): boolean {
  const kinds = new Set<string>();
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = boxSize(bytes, at);
    if (size < 8 || at + size > bytes.length) return false;
    kinds.add(bytes.toString('latin1', at + 4, at + 8));
    at += size;
  }
  return at === bytes.length && kinds.has('ftyp') && kinds.has('meta');
}

/** 0 says to the end, 1 that 64 bits follow; what does not fit into 53 of them is larger than any file. */
function boxSize(bytes: Buffer, at: number): number {
  const short = bytes.readUInt32BE(at);
  if (short === 0) return bytes.length - at;
  return short === 1 && at + 16 <= bytes.length ? bytes.readUInt32BE(at + 8) * 2 ** 32 + bytes.readUInt32BE(at + 12) : short;
}

/** A workbook with its table of contents, that does not unpack to a flood. */
function wholeWorkbook(bytes: Buffer): boolean {
  const directory = zipDirectory(bytes);
  return directory !== null && directory.unpackedBytes <= mostUnpackedTimes * bytes.length;
}
