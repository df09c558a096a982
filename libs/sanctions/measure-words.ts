import type { Words } from '@app/files';
import type { Measure } from './policy.js';

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
