import { newId } from '@app/kernel';
import { cny, type Asked, type Mall } from './mall.js';

export interface SignedShop {
  readonly memberId: string;
  readonly fundId: string;
  readonly startsOn: string;
}

/** A shop that signed today: one guarantee fund, for compensation and penalties, to be kept at 100.00. */
export async function signedShop(mall: Mall<Asked>): Promise<SignedShop> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const { network } = await admin.ask('{ network { today } }');
  const code = `S${newId().slice(-8)}`;
  const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: code, code });
  await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: code, startsOn: network.today,
    funds: [{ kind: 'GUARANTEE_FUND', required: cny('100.00'), uses: ['COMPENSATION', 'PENALTY'], drawOrder: 0 }],
  });
  const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id } } } }', { m: member.id });
  return { memberId: member.id, fundId: funds.edges[0]!.node.id, startsOn: network.today };
}
