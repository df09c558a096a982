import { amountInWords, dayInWords, type PaperText, type Words } from '@app/files';
import { day } from '@app/kernel';
import { measureWords } from './measure-words.js';
import type { Measure } from './policy.js';
import { problemInWords } from './problem-words.js';
import type { SanctionSays } from './sanction-says.js';

/** What the paper says by which a sanction is served. */
export function sanctionText(says: SanctionSays): PaperText {
  const measure = measureWords[says.measure as Measure];
  return {
    title: { zh: `处罚通知书（${measure.zh}）`, en: `Notice of sanction: ${measure.en}` },
    parties: says.staffCode ? [{ role: { zh: '责任人工号', en: 'Person at fault' }, name: says.staffCode }] : [],
    paragraphs: [...grounds(says), ...consequences(says, measure), appeal(says)],
    table: says.counted ? {
      head: [{ words: { zh: '投诉编号', en: 'Complaint' } }, { words: { zh: '受理日', en: 'Received on' } }],
      rows: says.counted.split('\n').map((line) => line.split(' ')),
    } : null,
  };
}

const inWords = (text: string, language: 'zh' | 'en') => dayInWords(day(text), language);

function grounds({ windowFrom, windowThrough, complaints, problem, reason }: SanctionSays): Words[] {
  const [about, onProblem] = problem ? [problemInWords(problem), true] : [{ zh: '', en: '' }, false];
  return [
    ...(windowFrom && windowThrough && complaints ? [{
      zh: `自 ${inWords(windowFrom, 'zh')}至 ${inWords(windowThrough, 'zh')}，贵方${onProblem ? `因同一问题（${about.zh}）` : ''}被计入投诉 ${complaints} 件，明细见下表。`,
      en: `From ${windowFrom} through ${windowThrough} there were ${complaints} complaints that count${onProblem ? ` on the same problem (${about.en})` : ''}, as listed below.`,
    }] : []),
    ...(reason ? [{ zh: `事由：${reason}`, en: `Reason: ${reason}` }] : []),
  ];
}

function consequences({ rule, packVersion, amount, currency, dueOn, owed }: SanctionSays, measure: Words): Words[] {
  return [
    {
      zh: `依据《处罚与奖励》规则包第 ${packVersion} 版第 ${rule} 条，作出如下处罚决定：${measure.zh}。`,
      en: `By ${rule} of the pack of sanctions and awards, version ${packVersion}, it is decided: ${measure.en}.`,
    },
    ...(amount && dueOn ? [{
      zh: `贵方最迟应于 ${inWords(dueOn, 'zh')}一次付清${amountInWords(amount, currency)}，不得分期。`, en: `${amount} ${currency} is to be paid in one payment by ${dueOn}.`,
    }] : []),
    ...(amount && !dueOn ? [{ zh: `从贵方资金账户扣款${amountInWords(amount, currency)}。`, en: `${amount} ${currency} is taken from your funds.` }] : []),
    ...(owed && !dueOn ? [{ zh: `其中资金账户不足的${amountInWords(owed, currency)}由贵方另行缴付。`, en: `Of these the funds lack ${owed} ${currency}, which you owe.` }] : []),
  ];
}

const appeal = ({ appealDays }: SanctionSays): Words => ({
  zh: `如有异议，可自送达之日起 ${appealDays} 日内提出一次申诉。`,
  en: `It may be appealed once, within ${appealDays} days from its service.`,
});
