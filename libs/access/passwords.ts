import { hash, verify } from '@node-rs/argon2';
import { boundedQueue } from './bounded-queue.js';
import { refuse } from './refusals.js';

/** By length alone, as NIST SP 800-63B asks: rules of composition make passwords weaker. Counted in characters. */
export const passwordLength = { min: 10, max: 200 } as const;

// OWASP's second choice for argon2id (its number, 2, is a const enum that SWC cannot inline).
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Each costs 19 MiB and a thread: more at once would starve everything else of the process.
const inTurn = boundedQueue({ atOnce: 2, waiting: 64 });

// A hash of nobody's password at the same cost, so that an unknown account takes as long as a wrong password.
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$R0hKa2xtbm9wcXJzdHV2dw$8hN0Vb4y1m0x2c1qg7l2Zk3sWm9dE5uF6tJrQpAoB1c';

/** Refuses a password too short or too long to be set. */
export function checkPassword(password: string, field = 'password'): void {
  const characters = [...normal(password)].length;
  if (characters < passwordLength.min || characters > passwordLength.max) throw refuse('PASSWORD_LENGTH', passwordLength, field);
}

export async function hashPassword(password: string): Promise<string> {
  return queued(() => hash(normal(password), cost));
}

/** Whether the password belongs to the hash; no hash, no such account, takes the same time to be wrong. */
export async function matches(passwordHash: string | null, password: string): Promise<boolean> {
  // What could never have been set is not worth hashing, but is hashed all the same: time must not tell.
  const right = await queued(() => verify(passwordHash ?? nobodys, normal(password.slice(0, 1_000))));
  return right && passwordHash !== null;
}

/** The same characters typed on two keyboards are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

async function queued<R>(work: () => Promise<R>): Promise<R> {
  const turn = inTurn(work);
  if (!turn) throw refuse('BUSY');
  return turn;
}
