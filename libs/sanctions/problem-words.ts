import type { Words } from '@app/files';
import type { Defect } from '@app/guarantees';

const words: Readonly<Record<Defect, Words>> = {
  broken_sole: { zh: '鞋底断裂', en: 'broken sole' },
  broken_upper: { zh: '鞋帮断裂', en: 'broken upper' },
  unglued_over_5_cm: { zh: '开胶超过 5 厘米', en: 'unglued over 5 cm' },
  sizes_differ: { zh: '两只鞋大小不一', en: 'the two shoes differ in size' },
  same_foot: { zh: '一顺鞋', en: 'two shoes for the same foot' },
  maker_concealed: { zh: '隐匿厂名厂址或无合格证', en: 'maker concealed, or no certificate of conformity' },
  counterfeit: { zh: '假冒商品', en: 'counterfeit' },
  heel_off: { zh: '掉跟', en: 'heel off' },
  open_seam: { zh: '开线', en: 'open seam' },
  paint_loss: { zh: '掉漆、掉色', en: 'loss of paint' },
  unglued_to_5_cm: { zh: '开胶不超过 5 厘米', en: 'unglued up to 5 cm' },
  broken_zip: { zh: '拉锁损坏', en: 'broken zip' },
  eyelet_lost: { zh: '掉扣眼', en: 'eyelet lost' },
  shine: { zh: '起光', en: 'shine' },
  rotted_hide: { zh: '皮板糟烂', en: 'rotted hide' },
  hair_loss: { zh: '明显掉毛', en: 'marked loss of hair' },
  fading: { zh: '褪色', en: 'fading' },
  spoiled: { zh: '变质', en: 'spoiled' },
  expired: { zh: '过期', en: 'expired' },
  mouldy: { zh: '霉变', en: 'mouldy' },
  performance_fault: { zh: '性能故障', en: 'performance fault' },
  safety_fault: { zh: '严重安全性能故障', en: 'grave safety fault' },
  driving_safety_fault: { zh: '转向、制动等行车安全故障', en: 'fault of driving safety' },
  not_to_contract: { zh: '与合同不符', en: 'not what the contract says' },
  other_fault: { zh: '其他质量问题', en: 'another quality problem' },
  none: { zh: '无质量问题', en: 'no quality problem' },
  displeases: { zh: '颜色、尺码或款式不称心', en: 'colour, size or variety does not please' },
};

/** What a problem is called on paper; one that the desk has named by a code of its own is called by that. */
export const problemInWords = (problem: string): Words =>
  (Object.hasOwn(words, problem) ? words[problem as Defect] : { zh: problem, en: problem });
