/** What a consumer did, or had done, that is answered by a word of thanks. */
export const careEvents = ['purchase', 'contract', 'visit', 'help'] as const;
export type CareEvent = (typeof careEvents)[number];

interface Row {
  /** Names the row: tasks say which one gave them. */
  readonly rule: string;
  readonly source: string;
  /** S: a source says it; W: our working value. */
  readonly mark: 'S' | 'W';
  readonly means: 'call' | 'visit' | 'message';
  readonly byWhom: 'desk' | 'senior';
}

/** A row that comes again: so many months apart, on a day of the month or on that of the sale. */
export interface RepeatedCare extends Row {
  readonly while: 'under_warranty' | 'after_warranty' | 'always';
  readonly everyMonths: number;
  readonly dayOfMonth: number | null;
}

/** A row that answers an event, so many days after it. */
export interface AnsweringCare extends Row {
  readonly after: CareEvent;
  readonly days: number;
  /** Again so many days later until the consumer handles the product; null for once. */
  readonly againDays: number | null;
  readonly mostTimes: number;
}

export interface CarePlanPolicy {
  /** How long a warranty is taken to be where nobody says. */
  readonly warrantyMonths: { readonly value: number; readonly mark: 'S' | 'W' };
  readonly repeated: readonly RepeatedCare[];
  readonly answering: readonly AnsweringCare[];
}

/** The plan as shipped: QM-5 and QM-7. */
export const shippedCarePlan: CarePlanPolicy = {
  warrantyMonths: { value: 12, mark: 'W' },
  repeated: [
    { rule: 'monthly_call', source: 'QM-5 (S3)', mark: 'S', means: 'call', byWhom: 'desk', while: 'under_warranty', everyMonths: 1, dayOfMonth: 10 },
    { rule: 'monthly_visit', source: 'QM-5 (S0)', mark: 'S', means: 'visit', byWhom: 'desk', while: 'under_warranty', everyMonths: 1, dayOfMonth: null },
    { rule: 'senior_visit', source: 'QM-5 (S0)', mark: 'S', means: 'visit', byWhom: 'senior', while: 'under_warranty', everyMonths: 6, dayOfMonth: null },
    { rule: 'after_warranty_call', source: 'QM-5 (S4)', mark: 'S', means: 'call', byWhom: 'desk', while: 'after_warranty', everyMonths: 6, dayOfMonth: null },
    { rule: 'product_news', source: 'QM-7 (S2)', mark: 'W', means: 'message', byWhom: 'desk', while: 'always', everyMonths: 3, dayOfMonth: null },
  ],
  answering: [
    ...careEvents.map((after): AnsweringCare => ({
      rule: `thanks_after_${after}`, source: 'QM-7 (S2)', mark: 'W', means: 'message', byWhom: 'desk', after, days: 1, againDays: null, mostTimes: 1,
    })),
    { rule: 'follow_up', source: 'QM-7 (S2)', mark: 'W', means: 'call', byWhom: 'desk', after: 'purchase', days: 7, againDays: 7, mostTimes: 4 },
  ],
};

/** Why a consumer complains who is called, and how it is answered: never by an argument (QM-7). */
export const complaintReasons = ['product', 'grumbling', 'self_display', 'wish_for_attention'] as const;
export type ComplaintReason = (typeof complaintReasons)[number];

/** What came of a task. */
export const careOutcomes = ['reached', 'not_reached', 'declined', 'handles_product', 'complained'] as const;
export type CareOutcome = (typeof careOutcomes)[number];
