import { dayOf, refuseKernel } from '@app/kernel';

const currencies = new Set(Intl.supportedValuesOf('currency'));

export interface NewNetwork {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  /** Whether its clock can be set forward, to try things out; never one that real money moves in. */
  readonly sandbox: boolean;
  readonly backDays: number;
  readonly aheadDays: number;
}

/** A network's settings as they are kept; refused where one could not be worked with. */
export function checkNetwork(given: NewNetwork): NewNetwork {
  const name = given.name.trim();
  const bad = (field: string) => refuseKernel('INVALID_INPUT', { problem: field }, field);
  if (name.length < 1 || name.length > 200) throw bad('name');
  if (!currencies.has(given.currency)) throw bad('currency');
  if (!isZone(given.zone)) throw bad('zone');
  if (!Number.isInteger(given.backDays) || given.backDays < 0 || given.backDays > 3_660) throw bad('backDays');
  if (!Number.isInteger(given.aheadDays) || given.aheadDays < 0 || given.aheadDays > 366) throw bad('aheadDays');
  return { ...given, name };
}

function isZone(zone: string): boolean {
  try {
    // An offset such as +08:00 is no zone: it knows nothing of a change of clocks.
    return /^[A-Za-z]/.test(zone) && dayOf(new Date(0), zone).length > 0;
  } catch {
    return false;
  }
}
