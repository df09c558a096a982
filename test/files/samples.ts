import { zipSync } from 'fflate';

// The smallest whole files of their types; PNG stands in test/support/upload.ts.

/** One scan with a stuffed byte and a restart marker. */
export function jpeg(): Buffer {
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56];
  return Buffer.from([...head, ...scan, 0xff, 0xd9]);
}

export function webp(): Buffer {
  const chunk = Buffer.from('VP8L\x08\0\0\0\x2f\0\0\0\0\0\0\0', 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4 + chunk.length);
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), chunk]);
}

export const pdf = (): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n28\n%%EOF\n`);

export function workbook(more: Record<string, Uint8Array> = {}): Buffer {
  const text = (content: string) => Buffer.from(content);
  return Buffer.from(zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<workbook/>'), ...more }, { mtime: new Date(2026, 0, 1) }));
}
