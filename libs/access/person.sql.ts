import { statement } from '@app/database';
import type { Person } from './person.entity.js';

/** By the unique key person_once_per_email. */
export const readPersonByEmail = statement<{ email: string }, Person>('access.read-person-by-email', `
  SELECT id, email, display_name, password_hash, state FROM person WHERE email = $email
`);

/** By primary key; locks nothing. */
export const readPerson = statement<{ id: string }, Omit<Person, 'passwordHash'>>('access.read-person', `
  SELECT id, email, display_name, state FROM person WHERE id = $id
`);

/** Waits only for a twin of the same e-mail; touches no row where there is one. */
export const insertPerson = statement<Omit<Person, 'state'>>('access.insert-person', `
  INSERT INTO person (id, email, display_name, password_hash)
  VALUES ($id, $email, $displayName, $passwordHash)
  ON CONFLICT (email) DO NOTHING
`);
