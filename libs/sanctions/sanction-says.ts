import type { CountedComplaint } from '@app/complaints';
import { formatAmount, money } from '@app/kernel';
import type { Recovered } from '@app/recovery';
import type { Sanction } from './sanction.sql.js';

/** The figures and codes of which a sanction's paper is made; what does not apply is not there. */
export type SanctionSays = Readonly<Record<string, string>>;

/** What the paper of a sanction says, as it stands when the sanction is confirmed. */
export function sanctionSays(sanction: Sanction, counted: readonly CountedComplaint[], { draws, receivable }: Recovered): SanctionSays {
  const { rule, measure, problem, windowFrom, windowThrough, staffCode, reason, appealDays, packVersion, currency } = sanction;
  const owedMinor = receivable?.amountMinor ?? 0n;
  const takenMinor = draws.reduce((sum, draw) => sum + draw.amountMinor, owedMinor);
  const shown = (minor: bigint) => (minor > 0n ? formatAmount(money(minor, currency)) : null);
  const all = {
    rule, measure, problem, windowFrom, windowThrough, staffCode, reason, packVersion: String(packVersion), appealDays: String(appealDays),
    complaints: counted.length > 0 ? String(counted.length) : null, counted: counted.map(({ number, receivedOn }) => `${number} ${receivedOn}`).join('\n') || null,
    amount: shown(takenMinor), owed: shown(owedMinor), currency: takenMinor > 0n ? currency : null, dueOn: receivable?.dueOn ?? null,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}
