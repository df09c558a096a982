import type { PersonalKeys } from '@app/members';

/** The deployment's keys of personal data, by injection. */
export abstract class ConsumerKeys implements PersonalKeys {
  abstract readonly current: number;
  abstract sealing(networkId: string, version: number): Buffer;
  abstract indexing(networkId: string): Buffer;
}
