import { Deduction } from './deduction.entity.js';

export const recoveryEntities = [Deduction];
export type { Deduction };
export { decideDeduction, type DecideDeduction, type DecidedDeduction } from './decide-deduction.js';
export { deductionText } from './deduction-text.js';
export { listDeductions } from './deduction.sql.js';
export { proposeDeduction, type ProposeDeduction } from './propose-deduction.js';
export { giveBack } from './give-back.js';
export { owe } from './owe.js';
export { holdForRecovery, recover, recoverDeposit, type Demand, type Recovered } from './recover.js';
export { receiveReceivable, type ReceiveReceivable } from './receive-receivable.js';
export { listPayments, listReceivables, listReceivablesOfCases, type Receivable, type ReceivablePayment } from './receivable.sql.js';
export { advances } from './accounts.js';
export { refuse as refuseRecovery } from './refusals.js';
