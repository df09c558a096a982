import { refuseKernel } from '@app/kernel';

/** The row that was asked for; a missing one, which a foreign one looks like, is refused. */
export function found<R>(row: R | null | undefined): R {
  if (row === null || row === undefined) throw refuseKernel('NOT_FOUND');
  return row;
}
