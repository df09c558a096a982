/** Tables that belong to no network, each with the reason. Every other table is a network's, or a violation. */
export const globalTables: Readonly<Record<string, string>> = {
  network: 'a caller\'s network must be known before it can be set',
  person: 'a person may belong to many networks',
  log_in_session: 'the session is what names the network',
  credential_throttle: 'a password is tried before any network is known',
  membership_index: 'finds a person\'s networks by a keyed hash',
  api_key_index: 'finds a key\'s network by a keyed hash',
  public_code_index: 'finds what a code stands for by a keyed hash',
  applied_migration: 'the record of migrations, the owner\'s own',
};

/** What the application may change in rows that exist. A table that is not here is append-only. */
export const mutable: Readonly<Record<string, readonly string[]>> = {
  // Global.
  network: ['sandbox_seconds'],
  log_in_session: ['refresh_digest', 'previous_digest', 'generation', 'rotated_at', 'expires_at', 'ended_at', 'ended_reason'],
  credential_throttle: ['*'],
  api_key_index: ['last_used_at'],
  // Of a network.
  request_key: ['result'],
  membership: ['member_id', 'roles', 'state', 'version'],
  invitation: ['accepted_at', 'withdrawn_at'],
  api_key: ['overlap_ends_at', 'revoked_at'],
  account_balance: ['posted_debit_minor', 'posted_credit_minor', 'pending_debit_minor', 'pending_credit_minor', 'last_line'],
  member: ['name'],
  consumer: ['survivor_id', 'erased_on'],
  personal_data: ['key_version', 'sealed', 'phone_index', 'email_index', 'name_index'],
  consumer_merge: ['undone_by', 'undone_on'],
  purchase: ['consumer_id'],
  care_plan: ['planned_on'],
  care_task: ['state', 'outcome', 'reason_class', 'done_by', 'done_on'],
  notice_counter: ['last'],
  pack_counter: ['last_version'],
  notice: ['served_on', 'served_by'],
  calendar_counter: ['last'],
  clock: ['pack', 'pack_version', 'rule', 'stop_event', 'unit', 'amount', 'warn_minutes', 'escalate_to', 'escalate_minutes', 'pause_reasons',
    'calendar_edition', 'state', 'cycle', 'started_at', 'counts_from', 'paused_at', 'extended_to', 'extended_from', 'due_at', 'missing_year',
    'warn_at', 'breached_at', 'stopped_at', 'fire_at', 'fire_as', 'next_fire_at', 'last_event'],
  file_object: ['unused_since'],
  message_delivery: ['state', 'attempts', 'next_at', 'leased_until', 'via', 'problem', 'sent_at'],
  webhook: ['url', 'description', 'event_types', 'state', 'secret', 'previous_secret', 'previous_until', 'failing_since', 'version'],
  webhook_delivery: ['state', 'attempts', 'tries', 'next_at', 'leased_until', 'sent_at'],
  agreement: ['ends_on', 'end_reason', 'serious_breach', 'version'],
  fund_hold: ['outcome'],
  fund_call: ['met_minor'],
  case_mark: ['lifted_at'],
  receivable: ['paid_minor', 'lifted_on'],
  sanction: ['state', 'version'],
  deduction: ['state', 'decided_by', 'decided_on', 'decision_reason', 'version'],
  complaint: [
    'category', 'price_minor', 'sold_on', 'returned_on', 'defect', 'problem', 'demand', 'voucher', 'has_voucher', 'shop_present', 'hotline_number', 'priority',
    'outcome', 'ended_on', 'ended_by', 'reopened', 'contested_on', 'pending_request_id', 'merged_into', 'accident_on', 'next_due_ms', 'consumer_id', 'purchase_id', 'close_reason', 'state',
  ],
  repair_record: ['returned_on', 'part', 'replaced', 'cause'],
  call_back: ['state', 'result', 'satisfaction', 'note', 'done_at', 'done_by'],
  first_responsibility: ['carried_out', 'audit_reason', 'audited_by', 'audited_on'],
  responsibility: ['contest_reason', 'contested_by', 'contested_on', 'decided_party', 'decision_reason', 'decided_by', 'decided_on'],
  compensation_request: ['state', 'decided_by', 'decided_on', 'decision_reason', 'paid_by', 'paid_on', 'payment_reference', 'version'],
};

/** Tables whose rows may go, by whom, and why that loses nothing. */
export const deletable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  request_key: { surety_app: 'pruned after 30 days' },
  credential_throttle: { surety_app: 'a window that is over counts for nothing' },
  membership_index: { surety_app: 'a deactivated membership is not found' },
  file_upload: { surety_app: 'attached, it becomes a file; unattached, it is forgotten after a day' },
  file_object: { surety_app: 'bytes that no file has' },
  outbox_pending: { surety_worker: 'what is relayed is pending no more; the event stays' },
  personal_data: { surety_app: 'goes at the consumer\'s request; erasure_journal and the opaque rows stay' },
  reaction_turn: { surety_app: 'what is consumed waits no more; consumed_event stays' },
};

/** Tables of which the worker lists rows of all networks. */
export const workerReads: Readonly<Record<string, string>> = {
  network: 'zones and sandbox clocks',
  outbox_event: 'relays events', outbox_pending: 'relays events',
  request_key: 'networks that have keys to prune',
  clock: 'networks with clocks to fire or to compute', work_calendar: 'years that have come',
  file_upload: 'networks that have uploads to forget', file_object: 'networks that have bytes to let go',
  message_delivery: 'networks that have messages to send',
  webhook: 'which networks have any, and which of them has something due', webhook_delivery: 'endpoints that have something due',
  care_plan: 'networks whose care is to be planned today',
  fund_hold: 'holds that expire', fund_call: 'calls that come due', call_reminder: 'what was reminded of already',
};

/** Tables to which the worker adds rows of all networks. */
export const workerAdds: Readonly<Record<string, string>> = {
  reaction_turn: 'the relay puts events into their consumers\' lines',
};

/** Indexes of network tables that do not begin with the network: the worker's lists, over all networks. */
export const crossIndexes: Readonly<Record<string, string>> = {
  outbox_pending_in_order: 'the relay takes what is pending in order',
  fund_hold_expiring: 'holds that expire, of all networks',
  fund_call_due: 'calls that come due, of all networks',
};

/** Network tables that every member of the network may read whole. */
export const seenByAll: Readonly<Record<string, string>> = {
  pack: 'what a member is told by the rules it may look up; and a member\'s query must decide by the same pack as the operator\'s',
  pack_decision: 'the same: which pack is in force on a day',
  work_calendar: 'the working days by which everybody\'s deadlines are counted',
};
