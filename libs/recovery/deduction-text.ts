import { amountInWords, type PaperText } from '@app/files';

/** What the paper says by which a deduction is served. */
export function deductionText({ amount = '', currency = '', clause, reason, owed }: Readonly<Record<string, string>>): PaperText {
  return {
    title: { zh: '扣款决定书', en: 'Decision on a deduction' },
    parties: [],
    paragraphs: [
      ...(reason ? [{ zh: `事由：${reason}`, en: `Reason: ${reason}` }] : []),
      {
        zh: `依据双方协议第 ${clause} 条，决定从贵方资金账户扣款${amountInWords(amount, currency)}。`,
        en: `By clause ${clause} of the agreement ${amount} ${currency} is taken from your funds.`,
      },
      ...(owed ? [{ zh: `其中资金账户不足的${amountInWords(owed, currency)}由贵方另行缴付。`, en: `Of these the funds lack ${owed} ${currency}, which you owe.` }] : []),
    ],
    table: null,
  };
}
