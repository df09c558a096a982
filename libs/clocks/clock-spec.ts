/** Whose clock it is: who has to act before it runs out. */
export const parties = ['consumer', 'shop', 'supervision', 'maker', 'desk', 'floor', 'management', 'sales', 'support', 'logistics'] as const;
export type Party = (typeof parties)[number];

/** What a deadline is counted in. The last has none: what is owed at once is measured, not limited. */
export const units = ['minutes', 'hours', 'calendar_days', 'working_days', 'months', 'end_of_shift', 'as_soon_as_possible'] as const;
export type Unit = (typeof units)[number];

/** For what a clock may wait at all; each clock lists those it allows. Source: CX-8, 投诉举报处理办法 art. 23. */
export const pauseReasons = ['customer_owes_information', 'appraisal_under_way'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Whom a missed clock is brought before, in this order. Source: CX-12. */
export const escalationSteps = ['shop', 'floor', 'supervision', 'management'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

export interface Escalation {
  readonly to: EscalationStep;
  /** How long after the deadline. */
  readonly afterMinutes: number;
}

/** How a clock counts, as the pack says it; a clock keeps its own copy. */
export interface ClockSpec {
  /** Names the clock among those of its subject. */
  readonly code: string;
  /** The rule that asks for it, such as CX-1. */
  readonly rule: string;
  readonly party: Party;
  readonly unit: Unit;
  /** How many; 0 for the units that count nothing. */
  readonly amount: number;
  /** How long before the deadline it warns; 0: it does not. */
  readonly warnMinutes: number;
  readonly escalation: readonly Escalation[];
  readonly stopEvent: string;
  readonly pauseReasons: readonly PauseReason[];
}

/** The pack and its version from which a clock took its spec. */
export interface ClockPack {
  readonly pack: string;
  readonly packVersion: string;
}
