/** What evidence may be, and by which endings such a file is named. */
export const mediaTypes = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly string[]>;
export type MediaType = keyof typeof mediaTypes;

const alike: Readonly<Record<string, MediaType>> = { 'image/heif': 'image/heic', 'image/jpg': 'image/jpeg' };

/** The type that a declaration such as `text/csv; charset=utf-8` names, or null where evidence may not be of it. */
export function mediaTypeOf(declared: string | null | undefined): MediaType | null {
  const plain = (declared ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const known = alike[plain] ?? plain;
  return Object.hasOwn(mediaTypes, known) ? (known as MediaType) : null;
}

/** The type that a name's ending says, or null. */
export function mediaTypeOfName(name: string): MediaType | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.keys(mediaTypes) as MediaType[]).find((type) => (mediaTypes[type] as readonly string[]).includes(ending)) ?? null;
}

/** How large a file may be, unless the setting says otherwise. */
export const usualMostBytes = 10 * 1024 * 1024;

/** How many files one act attaches. */
export const mostFilesAtOnce = 20;

/** How many bytes a workbook may unpack to, for each that it has. */
export const mostUnpackedTimes = 200;
