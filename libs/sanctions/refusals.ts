import { refusals } from '@app/kernel';

export const refuse = refusals('sanctions', {
  NOT_DUE: { zh: '按规则，该处罚目前不成立或已有决定。', en: 'By the rules this sanction is not due, or was decided on already.' },
  ALREADY_PROPOSED: { zh: '该处罚已提出（{sanctionId}），待决定。', en: 'The sanction is proposed already ({sanctionId}), and waits for a decision.' },
  NO_AGREEMENT: { zh: '该成员没有有效协议。', en: 'The member is under no agreement.' },
  UNKNOWN_RULE: { zh: '规则 {rule} 不能由人提出。', en: 'The rule {rule} is none by which a person proposes.' },
  STAFF_CODE_MISSING: { zh: '须写明责任人的工号。', en: 'The code of the person at fault is needed.' },
  AMOUNT_FIXED: { zh: '规则规定的金额为 {amount}。', en: 'The rule fixes the amount at {amount}.' },
  NOT_A_BREACH: { zh: '已提前 {days} 个工作日书面通知并获同意，不构成违约。', en: 'With {days} working days\' notice and the approval there is no breach.' },
  MOVE_FACTS_MISSING: { zh: '须写明提前几个工作日通知以及是否获同意。', en: 'How many working days\' notice was given, and whether the move was approved, is needed.' },
  NO_LONGER_DUE: { zh: '目前仅有 {counted} 件投诉计入，须超过 {moreThan} 件。', en: 'Only {counted} of its complaints still count; more than {moreThan} are needed.' },
  ALREADY_DECIDED: { zh: '该处罚已有决定（{state}）。', en: 'The sanction is decided already ({state}).' },
  OWN_PROPOSAL: { zh: '提议人不得决定自己的提议。', en: 'Whoever proposed may not decide.' },
  OWN_DECISION: { zh: '决定人不得审理对自己决定的申诉。', en: 'Whoever decided may not decide on the appeal.' },
  NOT_A_MEMBER: { zh: '申诉只能由被处罚的成员提出。', en: 'An appeal is for the member that was sanctioned to make.' },
  NOT_SERVED: { zh: '通知书尚未送达。', en: 'The notice is not served yet.' },
  APPEAL_TOO_LATE: { zh: '申诉期已于 {lastDay} 届满。', en: 'The last day to appeal was {lastDay}.' },
  ALREADY_APPEALED: { zh: '该处罚已申诉过一次。', en: 'The sanction was appealed already.' },
  NOT_APPEALED: { zh: '该处罚没有待决的申诉。', en: 'There is no appeal to decide on.' },
  EFFECTIVE_DAY_UNASKED: { zh: '维持原决定时不填生效日。', en: 'A day from which money is given back belongs to a lifted sanction alone.' },
  AWARD_NOT_EARNED: { zh: '该年度不符合奖励条件（{why}）。', en: 'The year earns no award ({why}).' },
  ALREADY_AWARDED: { zh: '该年度的奖励已授予。', en: 'The award of that year was granted already.' },
});
