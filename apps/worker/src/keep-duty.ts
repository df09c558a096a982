import type { Hands } from './hands.js';
import { delayMs, pause } from './pause.js';
import type { Duty } from './schedule.js';

/** Does a duty at its interval until the ending, at once again where more is to be done, and later where it failed. */
export async function keepDuty(duty: Duty, hands: Hands, ending: AbortSignal): Promise<void> {
  for (let failures = 0; !ending.aborted; ) {
    let again = false;
    try {
      again = await duty.run(hands, ending);
      if (failures > 0) hands.log.info({ duty: duty.name, failures }, 'duty is done again');
      failures = 0;
    } catch (error) {
      failures += 1;
      hands.log.warn({ err: error, duty: duty.name, failures }, 'duty failed, will be tried again');
    }
    if (!again) await pause(failures > 0 ? delayMs(failures) : duty.everyMs, ending);
  }
}
