interface Dimension {
  readonly zh: string;
  readonly en: string;
  /** What its rows are, for who reads the API. */
  readonly says: string;
  /** Whether a shop's people are told too: who of the operator's took it in, and who bought, is none of theirs. */
  readonly ofOperator?: true;
}

/** By what complaints are told apart. */
export const dimensions = {
  shop: { zh: '商户', en: 'Shop', says: 'The shop that sold, those without a complaint too where sales of theirs are known; key: its id. Source: CX-10, QM-6.' },
  category: { zh: '商品类别', en: 'Category', says: 'The kind of goods; key: the category. Source: CX-10.' },
  cause: { zh: '原因', en: 'Cause', says: 'The class of the problem; key: its code. Source: CX-10, QM-3.' },
  fault: { zh: '产品故障', en: 'Fault by product', says: 'Category, model and problem together, the model as the purchase says; key: the three as a JSON list. Source: QM-3.' },
  outcome: { zh: '处理结果', en: 'Outcome', says: 'What came of it; without key while nothing has. Source: CX-10.' },
  channel: { zh: '渠道', en: 'Channel', says: 'How it came in; key: the channel.' },
  responsible: { zh: '责任方', en: 'Responsible', says: 'Who was found responsible for the quality, in the last instance; without key while nobody was. Source: CX-10, FR-6.' },
  clock: { zh: '时限', en: 'Clock', says: 'A kind of clock; key: its code and the rule that asks for it. Has the indicator TIMELY alone. Source: CX-10.' },
  salesperson: { zh: '营业员', en: 'Salesperson', says: 'Who sold, by shop and staff number as the purchase says; key: the shop\'s id and the number. Source: QM-6.' },
  clerk: { zh: '受理人', en: 'Clerk', says: 'Who took it in; key: the id of a person or an API key. Nothing to a shop. Source: QM-6.', ofOperator: true },
  consumer: { zh: '顾客', en: 'Consumer', says: 'The consumers who were refunded; key: an id that says nothing of the person. Nothing to a shop. Source: QM-4.', ofOperator: true },
} as const satisfies Record<string, Dimension>;
export type DimensionName = keyof typeof dimensions;

export const dimensionNames = Object.keys(dimensions) as DimensionName[];

/** Those of the asked ones that a caller of a member, or of the operator, is told. */
export const toldTo = (memberId: string | null, asked: readonly DimensionName[]): DimensionName[] =>
  asked.filter((name) => memberId === null || !('ofOperator' in dimensions[name]));
