import { permissionsOf, type RoleName } from '@app/access';
import { fireDueClocks } from '@app/clocks';
import type { IntakeKeys } from '@app/complaints';
import type { Database } from '@app/database';
import { dayOf, Refusal, refuseKernel, type Caller } from '@app/kernel';
import type { Act } from './act.js';
import { playedKeys } from './played.sql.js';
import { acts, type Step, type Story } from './story.js';

/** Where a plan is played: as the people of a network, each with one role. */
export interface Stage {
  readonly database: Database;
  readonly keys: IntakeKeys;
  /** The system at this moment, in the network. */
  readonly system: Caller;
  readonly people: Readonly<Partial<Record<RoleName, string>>>;
}

interface Turn extends Step {
  readonly story: Story;
  readonly key: string;
}

/** What is known in the course of a play. */
interface Memory {
  readonly ids: Map<string, string>;
  /** Stories that the rules have ended, with what they refused. */
  readonly over: Map<string, string>;
}

const atOnce = 4;
const weekMs = 7 * 86_400_000;

/**
 * Plays stories in the order of their moments, each act by the person of its role at its own time; once a week the clocks fire
 * what has come due by then. A play that broke off goes on: what was done is answered from what is kept, and what had come to
 * nothing before is not tried on what has become of it since. Answers what the rules refused.
 */
export async function play(stage: Stage, stories: readonly Story[], ending: AbortSignal = new AbortController().signal): Promise<string[]> {
  const turns = stories.flatMap((story) => story.steps.map((step, n): Turn => ({ ...step, story, key: `half-year-${story.name}-${n}` })));
  turns.sort((a, b) => a.at.getTime() - b.at.getTime());
  const played = new Set((await stage.database.read(stage.system, (tx) => tx.many(playedKeys, {}))).map(({ key }) => key));
  const brokeOff = turns.findLastIndex(({ key }) => played.has(key)) - atOnce;
  const memory: Memory = { ids: new Map(), over: new Map() };
  // What is about one shop goes in order; shops go beside each other.
  const lines = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  let week = turns[0]!.at.getTime() + weekMs;
  for (const [i, turn] of turns.entries()) {
    if (ending.aborted) break;
    for (; turn.at.getTime() >= week; week += weekMs) {
      await Promise.all(running);
      await fireDueClocks(stage.database, callerAt(stage.system, new Date(week)));
    }
    if (i < brokeOff && !played.has(turn.key)) continue;
    if (running.size >= atOnce) await Promise.race(running);
    const line = turn.story.shop ?? turn.story.name;
    const done = (lines.get(line) ?? Promise.resolve()).then(() => perform(stage, turn, memory)).finally(() => running.delete(done));
    lines.set(line, done);
    running.add(done);
  }
  await Promise.all(running);
  return [...memory.over.values()];
}

async function perform(stage: Stage, { story, key, at, deed: [by, name, input] }: Turn, { ids, over }: Memory): Promise<void> {
  if (over.has(story.name)) return;
  const { may, run } = acts[name] as Act<unknown>;
  const [personId, permissions] = [stage.people[by], permissionsOf([by])];
  if (!personId || !permissions.has(may)) throw new Error(`${by} cannot do what the demonstration tells of them: ${name}.`);
  const caller = { ...callerAt(stage.system, at), personId, permissions, roles: [by] };
  const id = (what: string): string => {
    const found = ids.get(`${story.name} ${what}`) ?? ids.get(`${story.shop} ${what}`);
    // Where it should have come from, the story had ended.
    if (!found) throw refuseKernel('NOT_FOUND', {}, what);
    return found;
  };
  const keep = (what: string, kept: string) => void ids.set(`${story.name} ${what}`, kept);
  try {
    await run({ database: stage.database, keys: stage.keys, caller, once: { idempotencyKey: key }, id, keep }, input);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Done before, on facts that have gone on since.
    if (error.code !== 'IDEMPOTENCY_CONFLICT') over.set(story.name, `${key} ${name}: ${error.code} ${error.text('en')}`);
  }
}

const callerAt = (system: Caller, now: Date): Caller => ({ ...system, now, today: dayOf(now, system.zone), requestId: 'half-year' });
