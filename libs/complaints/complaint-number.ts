import { showId, type Day } from '@app/kernel';

/** The number that people say: the day of intake and seven letters or digits of the id, which no two complaints share in practice. */
export function complaintNumber(id: string, receivedOn: Day): string {
  return `C${receivedOn.slice(2).replaceAll('-', '')}-${showId('complaint', id).slice(-7).toUpperCase()}`;
}
