import { measureWords } from './measure-words.js';
import { measures } from './policy.js';
import { problemInWords } from './problem-words.js';
import { sanctionText } from './sanction-text.js';

const says = {
  rule: 'SN-1', measure: 'ultimatum', problem: 'broken_sole', windowFrom: '2026-03-01', windowThrough: '2026-03-31', complaints: '2', packVersion: '1', appealDays: '15',
  counted: 'C260301-AAAAAAA 2026-03-01\nC260302-BBBBBBB 2026-03-02',
};
const zhOf = (more: Record<string, string> = {}) => sanctionText({ ...says, ...more }).paragraphs.map(({ zh }) => zh).join('\n');

describe('The paper of a sanction', () => {
  it('SN-8 says what counted, the rule and the appeal', () => {
    expect(sanctionText(says)).toMatchObject({
      title: { zh: '处罚通知书（通牒）' }, parties: [], table: { rows: [['C260301-AAAAAAA', '2026-03-01'], ['C260302-BBBBBBB', '2026-03-02']] },
    });
    expect(zhOf()).toBe('自 2026 年 3 月 1 日至 2026 年 3 月 31 日，贵方因同一问题（鞋底断裂）被计入投诉 2 件，明细见下表。\n'
      + '依据《处罚与奖励》规则包第 1 版第 SN-1 条，作出如下处罚决定：通牒。\n如有异议，可自送达之日起 15 日内提出一次申诉。');
  });

  it('says what is taken and what is owed beyond it, or by when it is to be paid in one payment', () => {
    const money = { amount: '1000.00', currency: 'CNY' };
    expect(zhOf({ ...money, owed: '20.00' })).toContain('扣款人民币 1000.00 元。\n其中资金账户不足的人民币 20.00 元由贵方另行缴付。');
    expect(zhOf({ ...money, owed: '1000.00', dueOn: '2026-04-16' })).toContain('最迟应于 2026 年 4 月 16 日一次付清人民币 1000.00 元，不得分期。\n如有异议');
  });

  it('names the person at fault by a code, and says why', () => {
    const { rule, measure, packVersion, appealDays } = says;
    const paper = sanctionText({ rule, measure, packVersion, appealDays, staffCode: 'A-17', reason: '态度恶劣。' });
    expect([paper.table, paper.parties.map(({ name }) => name), paper.paragraphs[0]!.zh]).toEqual([null, ['A-17'], '事由：态度恶劣。']);
  });

  it('has words for every measure, and leaves a code of the desk as it is', () => {
    expect(Object.keys(measureWords).sort()).toEqual([...measures].sort());
    expect([problemInWords('broken_zip').zh, problemInWords('own_code').zh]).toEqual(['拉锁损坏', 'own_code']);
  });
});
