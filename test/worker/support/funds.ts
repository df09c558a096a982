import { callFund, holdForCase, receiveFund, type FundCall, type FundHold } from '@app/funds';
import { newId } from '@app/kernel';
import { operatorCash, openAccount } from '@app/ledger';
import { cny, type World } from '../../support/world.js';

/** A shop with an empty guarantee fund, and the call for what it lacks. */
export async function calledShop(world: World): Promise<{ memberId: string; call: FundCall }> {
  const { id: memberId } = await world.member();
  await world.agreement(memberId, [{ topUpDays: 15 }]);
  const fund = await world.fund(memberId);
  const { result } = await callFund(world.database, world.person(), { ...world.key(), fundId: fund.id });
  return { memberId, call: result.call };
}

/** A shop with a filled guarantee fund. */
export async function paidShop(world: World, minor = 500_000n): Promise<string> {
  const { id: memberId } = await world.member();
  await world.agreement(memberId, [{}]);
  const fund = await world.fund(memberId);
  await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(minor), receivedOn: null, reference: newId() });
  return memberId;
}

/** Sets some of a shop's fund aside for a case of its own. */
export async function hold(world: World, memberId: string, expiresAt: Date | null): Promise<FundHold> {
  const [held] = await world.database.write(world.person(), { action: 'test.hold' }, async (tx) => {
    const credit = await openAccount(tx, operatorCash, null, 'CNY');
    return holdForCase(tx, { memberId, caseType: 'compensation', caseId: newId(), purpose: 'compensation', amount: cny(1_000n), credit, expiresAt });
  });
  return held!;
}
