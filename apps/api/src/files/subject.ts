import { parseId, refuseKernel } from '@app/kernel';

/** What an id names, whatever it be; a malformed one is not found, as a missing one is. */
export function subjectOf(shown: string): { readonly subjectType: string; readonly subjectId: string } {
  const parsed = parseId(shown);
  if (!parsed) throw refuseKernel('NOT_FOUND', {}, 'subjectId');
  return { subjectType: parsed.kind, subjectId: parsed.id };
}
