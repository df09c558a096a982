import { showId } from '@app/kernel';

/** Where the API answers a file's bytes. */
export const pathOfFile = (id: string): string => `/files/${showId('file', id)}`;
