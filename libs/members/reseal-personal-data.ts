import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { lockOldSealed, resealRows } from './personal-data.sql.js';
import type { PersonalKeys } from './personal-keys.js';
import { openedPerson, sealed } from './sealed-person.js';

const batch = 500;

/** Seals a network's personal data anew where an earlier key had sealed it; answers how many rows. The earlier key may go afterwards. */
export async function resealPersonalData(database: Database, caller: Caller, keys: PersonalKeys): Promise<number> {
  let resealed = 0;
  for (;;) {
    const count = await database.write(caller, { action: 'personal_data.reseal', request: { keyVersion: keys.current } }, async (tx) => {
      const rows = await tx.many(lockOldSealed, { keyVersion: keys.current, count: batch });
      if (rows.length === 0) return 0;
      return tx.run(resealRows, {
        ids: rows.map(({ id }) => id), keyVersion: keys.current,
        sealed: rows.map((row) => sealed(keys, caller.networkId, row.id, openedPerson(keys, caller.networkId, row))),
      });
    });
    if (count === 0) return resealed;
    resealed += count;
  }
}
