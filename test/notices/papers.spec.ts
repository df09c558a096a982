import { cny, Mall, type Speaker } from '../support/mall.js';

let mall: Mall;
let shop: Speaker;
let supervision: Speaker;
let notices: Record<string, { id: string; htmlUrl: string; pdfUrl: string }>;

beforeAll(async () => {
  mall = await Mall.open('嘉泰商场');
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: '阿明鞋店', code: 'A1' });
  const { network } = await admin.ask('{ network { today } }');
  await admin.act('signAgreement', 'agreement { id }', {
    memberId: member.id, number: 'A1', startsOn: network.today,
    funds: [{ kind: 'GUARANTEE_FUND', required: cny('100.00'), uses: ['PENALTY'], drawOrder: 0 }],
  });
  supervision = await mall.as('SUPERVISION');
  const salesFloor = await mall.as('SALES_FLOOR');
  const { deduction } = await supervision.act('proposeDeduction', 'deduction { id }', { memberId: member.id, amount: cny('150.00'), reason: '消防通道堆放货物', clause: '4.2' });
  await salesFloor.act('decideDeduction', 'notice { id }', { deductionId: deduction.id, version: 1, take: true, reason: '属实' });
  const { sanction } = await supervision.act('proposeSanctionByHand', 'sanction { id }', { memberId: member.id, rule: 'QF-8', staffCode: 'A-17', reason: '<对顾客态度恶劣>' });
  await salesFloor.act('decideSanction', 'notice { id }', { sanctionId: sanction.id, version: 1, confirm: true, reason: '属实' });
  shop = await mall.as('SHOP', member.id);
  const answer = await shop.ask('{ notices { edges { node { id series htmlUrl pdfUrl } } } }');
  notices = Object.fromEntries([...answer.notices.edges].map(({ node }) => [node.series, { id: node.id, htmlUrl: node.htmlUrl, pdfUrl: node.pdfUrl }]));
}, 60_000);
afterAll(() => mall?.api.close());

const get = (path: string, by: Speaker | null, language = 'zh-CN') =>
  fetch(`${mall.api.url}${path}`, { headers: { 'accept-language': language, ...(by && { authorization: `Bearer ${by.token}` }) } });

describe('The paper of a notice', () => {
  it('SN-8 is had by the operator and by the member it is for, numbered, in Chinese whatever is asked', async () => {
    const [own, operators] = await Promise.all([get(notices.sanction!.htmlUrl, shop), get(notices.sanction!.htmlUrl, supervision, 'en')]);
    expect([own.status, operators.status]).toEqual([200, 200]);
    const page = await own.text();
    expect(await operators.text()).toBe(page);
    const { network } = await shop.ask('{ network { today } }');
    for (const part of [
      '处罚通知书（责任人罚款）', `罚字〔${network.today.slice(0, 4)}〕1 号`, '阿明鞋店（A1）', 'A-17', '&lt;对顾客态度恶劣&gt;', '第 QF-8 条', '人民币 20.00 元', '15 日内提出一次申诉', '嘉泰商场',
    ]) expect(page).toContain(part);
  });

  it('QF-2 of a deduction says by which clause how much is taken, and what is owed beyond the funds', async () => {
    const page = await (await get(notices.deduction!.htmlUrl, supervision)).text();
    for (const part of ['扣款决定书', '扣字〔', '事由：消防通道堆放货物', '第 4.2 条，决定从贵方资金账户扣款人民币 150.00 元', '不足的人民币 150.00 元由贵方另行缴付']) expect(page).toContain(part);
  });

  it('is a PDF too, the same bytes each time, under its own name', async () => {
    const [first, second] = await Promise.all([get(notices.sanction!.pdfUrl, shop), get(notices.sanction!.pdfUrl, supervision, 'en')]);
    expect([first.headers.get('content-type'), first.headers.get('content-disposition')]).toEqual(['application/pdf', expect.stringContaining(encodeURIComponent('罚字'))]);
    const bytes = [Buffer.from(await first.arrayBuffer()), Buffer.from(await second.arrayBuffer())] as const;
    expect(bytes[0].toString('latin1', 0, 5)).toBe('%PDF-');
    expect(bytes[0].equals(bytes[1])).toBe(true);
  });

  it('is not there for another member, another network, whoever may not read notices, or under an id that names none', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: 'Rival', code: 'B1' });
    const strangers = [await mall.as('SHOP', member.id), await (await Mall.on(mall.api, 'Westland')).as('SUPERVISION'), await mall.as('CERTIFICATION_AUDITOR')];
    for (const { htmlUrl, pdfUrl } of Object.values(notices)) {
      const answers = await Promise.all([...strangers.flatMap((by) => [get(htmlUrl, by), get(pdfUrl, by)]), get(htmlUrl.replace('ntc_', 'fil_'), shop), get('/notices/none.html', shop)]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
    expect((await get(notices.sanction!.pdfUrl, null)).status).toBe(401);
  });
});
