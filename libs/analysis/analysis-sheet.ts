import type { Tx } from '@app/database';
import type { Language, Sheet } from '@app/files';
import { readMembers } from '@app/members';
import type { ComplaintAnalysis } from './complaint-analysis.js';
import { dimensions } from './dimensions.js';
import { indicators, type Unit } from './indicators.js';
import { shopOf, shownKey } from './shown-key.js';

const titles = {
  zh: ['维度', '项目', '商户', '指标', '单位', '本期', '分子', '分母', '上期', '变化', '目标', '达标'],
  en: ['By', 'Key', 'Shop', 'Indicator', 'Unit', 'Value', 'Part', 'Whole', 'Last', 'Change', 'Target', 'Met'],
} as const;
const numbers = new Set([5, 6, 7, 8, 9, 10]);
const total = { zh: '合计', en: 'Total' };
const unitWords: Readonly<Record<Unit, { zh: string; en: string }>> = {
  count: { zh: '件', en: 'count' }, share: { zh: '比率', en: 'share' }, score: { zh: '分', en: 'score' }, minutes: { zh: '分钟', en: 'minutes' }, money: { zh: '元', en: 'money' },
};
const yesNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

/** An analysis as rows to be worked with: a line for each figure, the total first. */
export async function analysisSheet(tx: Tx, { period, through, total: whole, rows }: ComplaintAnalysis, language: Language): Promise<Sheet> {
  const all = [whole, ...rows];
  const shops = new Map((await tx.many(readMembers, { memberIds: [...new Set(all.map(shopOf).filter((id) => id !== null))] })).map((shop) => [shop.id, shop]));
  return {
    name: `${language === 'zh' ? '投诉分析' : 'Complaint analysis'} ${period}`,
    day: through,
    columns: titles[language].map((title, i) => ({ title, kind: numbers.has(i) ? 'number' as const : 'text' as const })),
    rows: all.flatMap((row) => row.figures.map(({ indicator, value, part, whole: lower, last, change, target, met }) => {
      const shop = shops.get(shopOf(row) ?? '');
      return [
        (row.by === 'total' ? total : dimensions[row.by])[language], shownKey(row), shop ? `${shop.code} ${shop.name}` : null, indicators[indicator][language],
        unitWords[indicators[indicator].unit][language], value, part?.toString() ?? null, lower?.toString() ?? null, last, change, target,
        met === null ? null : yesNo[language][met ? 0 : 1],
      ];
    })),
  };
}
