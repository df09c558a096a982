export { decideCompensation, type DecideCompensation } from './decide-compensation.js';
export { holdCompensation, type HoldCompensation } from './hold-compensation.js';
export { payCompensation, type PayCompensation } from './pay-compensation.js';
export { proposeCompensation, type ProposeCompensation } from './propose-compensation.js';
export { listRequests, readRequests, type CompensationRequest } from './request.sql.js';
export { refuse as refuseCompensation } from './refusals.js';
