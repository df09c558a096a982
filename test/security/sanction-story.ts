import { cny, type Answered, type Mall } from '../support/mall.js';

/** A member's sanctions, one in each state that somebody may act on. */
export interface SanctionStory {
  readonly proposedId: string;
  readonly servedId: string;
  readonly appealedId: string;
}

export async function sanctionStory(mall: Mall, memberId: string, role: 'SHOP' | 'OUTLET', mark: string): Promise<SanctionStory> {
  const [floor, confirming] = [await mall.as('FLOOR'), await mall.as('CONFIRMING', null, 'SALES_FLOOR')];
  const proposed = async (more: object = { rule: 'SN-7' }): Promise<string> =>
    (await floor.act('proposeSanctionByHand', 'sanction { id }', { memberId, reason: `${mark} faults`, ...more })).sanction.id;
  const served = async (): Promise<string> => {
    const sanctionId = await proposed();
    const { notice } = await confirming.act('decideSanction', 'notice { id }', { sanctionId, version: 1, confirm: true, reason: `${mark} confirmed` });
    await floor.act('serveNotice', 'notice { id }', { noticeId: notice.id });
    return sanctionId;
  };
  const appealedId = await served();
  await (await mall.as(role, memberId)).act('appealSanction', 'appeal { id }', { sanctionId: appealedId, reason: `${mark} appeal` });
  return { proposedId: await proposed({ rule: 'SN-9', staffCode: 'A-17', amount: cny('1.00') }), servedId: await served(), appealedId };
}

/** A shop that has earned last year's award, and has been granted the one before. */
export async function awardable(mall: Mall, mark: string, today: string): Promise<{ memberId: string; year: number }> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const year = Number(today.slice(0, 4)) - 1;
  const { member }: Answered = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: `${mark} trading`, code: `${mark} code` });
  await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: `${mark} agreement`, startsOn: `${year - 1}-01-01`,
    funds: [{ kind: 'GUARANTEE_FUND', required: cny('10.00'), uses: ['PENALTY'], drawOrder: 0 }],
  });
  await (await mall.as('AFTER_SALES_MANAGER')).act('grantAward', 'award { id }', { memberId: member.id, year: year - 1 });
  return { memberId: member.id, year };
}
