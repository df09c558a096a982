import type { Day } from '@app/kernel';
import type { Measure } from './policy.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A paper to be rendered: everything that it says, and nothing of how it looks. */
export interface SanctionPaper {
  readonly title: Words;
  readonly number: string;
  readonly issuer: string;
  readonly parties: readonly { readonly role: Words; readonly name: string }[];
  readonly paragraphs: readonly Words[];
  readonly table: { readonly head: readonly { readonly words: Words }[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly signatures: readonly Words[];
  readonly day: Day;
}

export interface PaperFacts {
  /** The figures and codes that its notice was issued with. */
  readonly says: Readonly<Record<string, string>>;
  readonly number: bigint;
  readonly issuedOn: Day;
  readonly issuer: string;
  readonly memberName: string;
  readonly memberCode: string;
  readonly reason: string | null;
  readonly complaints: readonly { readonly number: string; readonly receivedOn: Day }[];
}

/** What each measure is called on paper. */
export const measureWords: Readonly<Record<Measure, Words>> = {
  oral_warning: { zh: '口头警告', en: 'Oral warning' },
  ultimatum: { zh: '通牒', en: 'Ultimatum' },
  expulsion: { zh: '清退出场', en: 'Expulsion' },
  complaint_fund: { zh: '缴纳投诉基金', en: 'Payment into the complaint fund' },
  quality_notice: { zh: '质量违约书面通知', en: 'Written notice of a quality breach' },
  may_end_contract: { zh: '可终止合同', en: 'The contract may be ended' },
  bond_kept: { zh: '不退还合同保证金', en: 'The bond is kept' },
  staff_warning: { zh: '员工警告', en: 'Warning of staff' },
  staff_penalty: { zh: '员工处罚', en: 'Penalty of staff' },
  staff_dismissal: { zh: '员工辞退', en: 'Dismissal of staff' },
  quality_warning: { zh: '质量警示', en: 'Quality warning' },
  penalty_slip: { zh: '处罚单', en: 'Penalty slip' },
  graded_penalty: { zh: '分级处罚', en: 'Graded penalty' },
  person_fine: { zh: '责任人罚款', en: 'Fine on the person at fault' },
  relocation_fine: { zh: '擅自迁址罚款', en: 'Fine for moving without leave' },
};

/** The paper by which a sanction is served, ready to be rendered. */
export function sanctionNotice({ says, ...facts }: PaperFacts): SanctionPaper {
  const measure = measureWords[says.measure as Measure];
  return {
    title: { zh: `处罚通知书（${measure.zh}）`, en: `Notice of sanction: ${measure.en}` },
    number: `罚字〔${facts.issuedOn.slice(0, 4)}〕${facts.number} 号`,
    issuer: facts.issuer,
    parties: [
      { role: { zh: '被处罚单位', en: 'To' }, name: `${facts.memberName}（${facts.memberCode}）` },
      ...(says.staffCode ? [{ role: { zh: '责任人工号', en: 'Person at fault' }, name: says.staffCode }] : []),
    ],
    paragraphs: [...grounds(says, facts.reason), ...consequences(says, measure), appeal(says)],
    table: facts.complaints.length === 0 ? null : {
      head: [{ words: { zh: '投诉编号', en: 'Complaint' } }, { words: { zh: '受理日', en: 'Received on' } }],
      rows: facts.complaints.map(({ number, receivedOn }) => [number, receivedOn]),
    },
    signatures: [{ zh: '送达人', en: 'Served by' }, { zh: '签收人', en: 'Received by' }],
    day: facts.issuedOn,
  };
}

function grounds({ windowFrom, windowThrough, complaints }: PaperFacts['says'], reason: string | null): Words[] {
  return [
    ...(windowFrom && complaints ? [{
      zh: `自 ${windowFrom} 至 ${windowThrough}，计入的投诉共 ${complaints} 件，明细如下表。`,
      en: `From ${windowFrom} through ${windowThrough} there were ${complaints} complaints that count, as listed below.`,
    }] : []),
    ...(reason ? [{ zh: `事由：${reason}`, en: `Reason: ${reason}` }] : []),
  ];
}

function consequences({ rule, amount, currency, dueOn }: PaperFacts['says'], measure: Words): Words[] {
  return [
    { zh: `依据规则 ${rule}，决定：${measure.zh}。`, en: `By the rule ${rule} it is decided: ${measure.en}.` },
    ...(amount && dueOn ? [{ zh: `应于 ${dueOn} 前一次付清 ${amount} ${currency}，不得分期。`, en: `${amount} ${currency} is to be paid in one payment by ${dueOn}.` }] : []),
    ...(amount && !dueOn ? [{ zh: `扣款 ${amount} ${currency}。`, en: `${amount} ${currency} is deducted.` }] : []),
  ];
}

const appeal = ({ appealDays }: PaperFacts['says']): Words => ({
  zh: `如有异议，可自送达之日起 ${appealDays} 日内提出一次申诉。`,
  en: `It may be appealed once, within ${appealDays} days from its service.`,
});
