export { issueNotice } from './issue-notice.js';
export { logMessage } from './log-message.js';
export { listMessages, type Message, type MessageCode } from './message.sql.js';
export { listNotices, listNoticesOfCases, type Notice } from './notice.sql.js';
export { serveNotice, type ServeNotice } from './serve-notice.js';
export { refuse as refuseNotices } from './refusals.js';
