import { showId } from '@app/kernel';

/** Where the API answers the paper of a notice, as a page or as a PDF. */
export const pathOfPaper = (id: string, format: 'html' | 'pdf'): string => `/notices/${showId('notice', id)}.${format}`;
