export const demands = ['repair', 'exchange', 'refund', 'other'] as const;
export type Demand = (typeof demands)[number];

/** How a complaint came to its end. */
export const outcomes = ['repaired', 'exchanged', 'refunded', 'compensated', 'agreed', 'rejected', 'referred'] as const;
export type Outcome = (typeof outcomes)[number];

/** The words by which regimes tell complaints apart; each regime knows some of them. */
export const priorities = ['urgent', 'general', 'low', 'non_urgent', 'consult', 'special', 'common', 'fairly_complex', 'complex', 'difficult'] as const;
export type Priority = (typeof priorities)[number];

/** Whose side speaks. */
export const sides = ['consumer', 'shop', 'maker', 'carrier', 'mall'] as const;
export type Side = (typeof sides)[number];

export const responsibleParties = ['shop', 'maker', 'carrier', 'consumer', 'mall'] as const;
export type ResponsibleParty = (typeof responsibleParties)[number];

export const contactParties = ['consumer', 'shop', 'maker', 'carrier', 'authority'] as const;
export const contactWays = ['phone', 'counter', 'visit', 'message', 'online', 'letter'] as const;
export const directions = ['incoming', 'outgoing'] as const;

export const callBackResults = ['content', 'not_content', 'not_reached'] as const;
export type CallBackResult = (typeof callBackResults)[number];

/** The end of the year 9999: where no clock is due. */
export const neverDueMs = 253_402_300_799_999n;

/** Working values of ours where no source gives one; the two hours are CX-11's. */
export const followUp = {
  hoursAfterConsultation: 2,
  hoursAfterClosing: 24,
  /** How long after its end, and how often, a complaint may be opened again. */
  reopenWithinDays: 30,
  reopenTimes: 2,
  duplicateWithinDays: 30,
} as const;
