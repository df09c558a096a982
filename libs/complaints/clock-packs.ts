import { escalationSteps, parties, pauseReasons, units } from '@app/clocks';
import { day, Refusal } from '@app/kernel';
import { codeShape, field, rulesReader, type PackKind, type PackRow, type RuleProblem } from '@app/policies';
import { channels, clockEvents, parseClockRegime, subjects, type Channel, type ClockRegime, type ClockRegimeRow } from './clock-regime.js';
import { clockRegimes } from './clock-regimes.js';

type RegimeRow = ClockRegimeRow & PackRow;

/** The clocks of a regime as a pack: its id is the pack's code, and each row says which rule asks for it. */
export interface RegimeRules {
  readonly priorities: readonly string[];
  readonly usualPriority: string | null;
  readonly rows: readonly RegimeRow[];
}

/** Which regime a network's channel has; several where clocks of more than one start. */
export interface ChannelRules {
  readonly channels: readonly (PackRow & { readonly channel: Channel; readonly regime: string })[];
}

const { listOf, object, oneOf, orNull, setOf, text, whole, word } = field;
const name = word(/^[a-z][a-z0-9_]{0,59}$/);
const since = day('2000-01-01');

/** A clock regime: what starts on which event, for whom, how long, until what. */
export const regimeKind: PackKind<RegimeRules> = {
  kind: 'clock_regime',
  zh: '时限制度',
  en: 'clock regimes',
  parse: rulesReader<RegimeRules>({
    priorities: setOf(name, 20), usualPriority: orNull(name),
    rows: {
      code: name, rule: text(40), party: oneOf(...parties), unit: oneOf(...units), amount: whole(0, 100_000), warnMinutes: whole(0, 1_000_000),
      escalation: listOf(object({ to: oneOf(...escalationSteps), afterMinutes: whole(0, 1_000_000) }), 4), stopEvent: oneOf(...clockEvents), startsOn: oneOf(...clockEvents),
      pauseReasons: setOf(oneOf(...pauseReasons)), priority: orNull(name), channels: orNull(setOf(oneOf(...channels))), about: orNull(setOf(oneOf(...subjects))),
    },
  }, contradictions),
  shipped: clockRegimes.map((regime) => ({ code: codeOf(regime), version: 1, effectiveFrom: since, zh: regime.zh, en: regime.en, rules: rulesOf(regime) })),
};

/** The table that says which regime each channel has. */
export const channelsKind: PackKind<ChannelRules> = {
  kind: 'channel_clocks',
  zh: '渠道时限表',
  en: 'clocks of channels',
  parse: rulesReader<ChannelRules>({ channels: { channel: oneOf(...channels), regime: word(codeShape) } }),
  shipped: [{
    code: channelsCode(), version: 1, effectiveFrom: since, zh: '渠道时限表', en: 'Clocks of channels',
    // Which regime is whose, no source says: the mall's own for all, and the hand-offs inside. A working value.
    rules: {
      channels: channels.flatMap((channel) => ['mall-counter', 'hand-offs'].map((regime) => ({ id: 'CX-1', source: 'S2 ㈥ 7', mark: 'W' as const, channel, regime }))),
    },
  }],
  refersTo: ({ channels: rows }) => rows.map(({ id, regime }, i) => ({ kind: 'clock_regime', code: regime, path: `channels.${i}.regime`, row: id })),
};

/** The code of the one table of channels that a network has. */
export function channelsCode(): string {
  return 'channel-clocks';
}

function codeOf({ id }: ClockRegime): string {
  return id.replaceAll('_', '-');
}

function rulesOf({ priorities, usualPriority, rows }: ClockRegime): RegimeRules {
  return { priorities, usualPriority, rows: rows.map((row) => ({ ...row, id: row.rule })) };
}

/** What single rows cannot tell: two clocks of one code for one complaint, steps out of turn, a priority that is none. */
function contradictions(rules: RegimeRules): RuleProblem[] {
  try {
    parseClockRegime({ id: 'pack', version: '1', zh: 'pack', en: 'pack', ...rules });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = String(error.details.problem);
    return [{ path: (error.field ?? '').replaceAll('[', '.').replaceAll(']', ''), row: null, code: 'REGIME', zh: `时限制度矛盾：${problem}`, en: problem }];
  }
}
