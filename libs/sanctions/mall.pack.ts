import { day, money } from '@app/kernel';
import type { ShippedPack } from '@app/policies';
import type { SanctionRow, SanctionRules } from './policy.js';

const step = (row: Pick<SanctionRow, 'id' | 'source' | 'trigger' | 'measure' | 'moreThan'> & Partial<SanctionRow>): SanctionRow =>
  ({ mark: 'S', amount: null, dueDays: null, wholeDeposit: false, noticeWorkingDays: null, ...row });

/** The sanctions and the award of the mall and of the brand, SN-1 to SN-10 and QF-3, QF-4, QF-8, QF-9. */
export const mallSanctions: ShippedPack<SanctionRules> = {
  code: 'mall-sanctions', version: 1, effectiveFrom: day('2000-01-01'), zh: '商场处罚与奖励', en: 'Sanctions and awards of the mall',
  rules: {
    ladder: [
      step({ id: 'SN-1', source: 'S2 10.5', trigger: 'same_problem', measure: 'oral_warning', moreThan: 2 }),
      step({ id: 'SN-1', source: 'S2 10.5', trigger: 'same_problem', measure: 'ultimatum', moreThan: 3 }),
      step({ id: 'SN-2', source: 'S2 10.5', trigger: 'after_ultimatum', measure: 'expulsion', moreThan: 0, wholeDeposit: true }),
      // The sum is the source's; within how many days it is due is a working value of ours.
      step({ id: 'SN-3', source: 'S2 10.6', mark: 'W', trigger: 'in_all', measure: 'complaint_fund', moreThan: 25, amount: money(100_000n, 'CNY'), dueDays: 15 }),
      step({ id: 'SN-5', source: 'S3, two 6', trigger: 'by_hand', measure: 'quality_notice', moreThan: 0 }),
      step({ id: 'SN-5', source: 'S3, two 6', trigger: 'quality_notices', measure: 'may_end_contract', moreThan: 1 }),
      step({ id: 'SN-5', source: 'S3, two 6', trigger: 'quality_notices', measure: 'bond_kept', moreThan: 2 }),
      step({ id: 'SN-6', source: 'S0 basis 15', trigger: 'by_hand', measure: 'staff_warning', moreThan: 0 }),
      step({ id: 'SN-6', source: 'S0 basis 15', trigger: 'by_hand', measure: 'staff_penalty', moreThan: 1 }),
      step({ id: 'SN-6', source: 'S0 basis 15', trigger: 'by_hand', measure: 'staff_dismissal', moreThan: 2 }),
      step({ id: 'SN-7', source: 'S0', trigger: 'by_hand', measure: 'quality_warning', moreThan: 0 }),
      step({ id: 'SN-9', source: 'S0', trigger: 'by_hand', measure: 'penalty_slip', moreThan: 0 }),
      step({ id: 'SN-10', source: 'S3, two', trigger: 'by_hand', measure: 'graded_penalty', moreThan: 0 }),
      step({ id: 'QF-8', source: 'S2 10.4', trigger: 'by_hand', measure: 'person_fine', moreThan: 0, amount: money(2_000n, 'CNY') }),
      step({
        id: 'QF-9', source: 'S3, two 11', trigger: 'by_hand', measure: 'relocation_fine', moreThan: 0, amount: money(5_000_000n, 'CNY'), noticeWorkingDays: 30,
      }),
    ],
    awards: [{ id: 'SN-4', source: 'S2 10.7', mark: 'S', plaque: '全年无顾客投诉', atMost: 0 }],
    windows: [{ id: 'SN-8', source: 'design', mark: 'D', testMonth: 1, appealDays: 15 }],
  },
};
