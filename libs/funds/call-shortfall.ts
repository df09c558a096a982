import type { NetworkTx } from '@app/database';
import { addDays, newId, type Day } from '@app/kernel';
import { insertCall } from './call.sql.js';
import { toCallMinor } from './coverage.js';
import type { Fund, FundCall } from './fund.entity.js';

/**
 * Calls what a fund lacks to its required level and is not called yet, due on the agreed day or as many days ahead as the terms give; null
 * where nothing is. Takes the fund as it stands under the lock of its balance.
 */
export async function callShortfall(tx: NetworkTx, fund: Fund, agreedDay?: Day): Promise<FundCall | null> {
  const amountMinor = toCallMinor(fund);
  if (amountMinor === 0n) return null;
  const calledOn = tx.caller.today;
  const call = { id: newId(), fundId: fund.id, memberId: fund.memberId, amountMinor, calledOn, dueOn: agreedDay ?? addDays(calledOn, fund.topUpDays) };
  await tx.run(insertCall, call);
  tx.touch(call.id);
  tx.emit({ type: 'fund.called', aggregateId: fund.id, payload: { callId: call.id, dueOn: call.dueOn } });
  return { ...call, metMinor: 0n, currency: fund.currency };
}
