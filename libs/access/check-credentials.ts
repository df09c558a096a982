import type { Database, Secrets } from '@app/database';
import { matches } from './passwords.js';
import type { Person } from './person.entity.js';
import { readPersonByEmail } from './person.sql.js';
import { refuse } from './refusals.js';
import { throttled } from './throttle.js';

/** The active person whose e-mail and password these are; every way of being wrong is refused alike, after as long. */
export async function checkCredentials(
  database: Database, secrets: Secrets, given: { email: string; password: string },
): Promise<Person> {
  const person = await throttled(database, secrets, given.email, async () => {
    const found = await database.outside((tx) => tx.maybe(readPersonByEmail, { email: given.email }));
    const right = await matches(found?.passwordHash ?? null, given.password);
    return right && found?.state === 'active' ? found : null;
  });
  if (!person) throw refuse('CREDENTIALS_WRONG');
  return person;
}
