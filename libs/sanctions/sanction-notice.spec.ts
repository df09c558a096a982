import { day } from '@app/kernel';
import { measures } from './policy.js';
import { measureWords, sanctionNotice, type PaperFacts } from './sanction-notice.js';

const facts: PaperFacts = {
  says: { rule: 'SN-1', measure: 'ultimatum', windowFrom: '2026-03-01', windowThrough: '2026-03-31', complaints: '4', appealDays: '15' },
  number: 12n, issuedOn: day('2026-04-01'), issuer: '嘉泰商场', memberName: '阿明鞋店', memberCode: 'A1', reason: null,
  complaints: [{ number: 'C260301-1', receivedOn: day('2026-03-01') }],
};
const zhOf = (more: Partial<PaperFacts> = {}) => sanctionNotice({ ...facts, ...more }).paragraphs.map(({ zh }) => zh).join('\n');

describe('The paper of a sanction', () => {
  it('is numbered, names its member, what counted, the rule and the appeal', () => {
    expect(sanctionNotice(facts)).toMatchObject({
      title: { zh: '处罚通知书（通牒）' }, number: '罚字〔2026〕12 号', parties: [{ name: '阿明鞋店（A1）' }], table: { rows: [['C260301-1', '2026-03-01']] },
    });
    expect(zhOf()).toBe('自 2026-03-01 至 2026-03-31，计入的投诉共 4 件，明细如下表。\n依据规则 SN-1，决定：通牒。\n如有异议，可自送达之日起 15 日内提出一次申诉。');
  });

  it('says what is deducted, or by when it is to be paid in one payment', () => {
    const money = { ...facts.says, amount: '1000.00', currency: 'CNY' };
    expect(zhOf({ says: money })).toContain('扣款 1000.00 CNY。');
    expect(zhOf({ says: { ...money, dueOn: '2026-04-16' } })).toContain('应于 2026-04-16 前一次付清 1000.00 CNY，不得分期。');
  });

  it('has words for every measure', () => {
    expect(Object.keys(measureWords).sort()).toEqual([...measures].sort());
  });
});
