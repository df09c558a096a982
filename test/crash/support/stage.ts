import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { newSecrets, startApi, type ApiProcess } from '../../api/support/api-process.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import type { Ended, OurProcess } from '../../support/process.js';
import { ownPostgres, type OwnPostgres } from '../../worker/support/own-postgres.js';
import { startWorker } from '../../worker/support/process.js';

export const victims = ['database', 'backend', 'api', 'worker'] as const;
export type Victim = (typeof victims)[number];

interface Databases {
  readonly postgres: OwnPostgres;
  readonly test: TestDatabase;
}

/** A whole deployment of our own: PostgreSQL as durable as production's, API and worker, and a supervisor for each. */
export class Stage {
  private open = true;
  private api: ApiProcess | null = null;
  private worker: OurProcess | null = null;
  private readonly secrets: object;
  private port = '0';
  private readonly kept: Promise<unknown>[] = [];
  /** Processes that ended and were not killed: nothing that happens to the database may end them. */
  readonly died: string[] = [];

  private constructor(private readonly on: Databases, private readonly databaseUrl: string) {
    this.secrets = { ...newSecrets(), hashKey: on.test.secrets.hashKey.toString('base64') };
  }

  static async set({ through = (url: string, _port: number) => Promise.resolve(url), worker = true } = {}): Promise<Stage> {
    const postgres = await ownPostgres({});
    const test = await cloneDatabase(1);
    const stage = new Stage({ postgres, test }, await through(test.appUrl, postgres.port));
    stage.api = await startApi(stage.databaseUrl, stage.secrets);
    stage.port = new URL(stage.api.url).port;
    stage.kept.push(stage.keepApi());
    if (worker) stage.kept.push(stage.keepWorker());
    return stage;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of the same shape as an API process, whichever process serves at the moment. */
  get asked(): Pick<ApiProcess, 'ask'> {
    return { ask: (query, options) => this.api!.ask(query, options) };
  }

  asAdmin(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    return this.on.test.asAdmin(sql, values);
  }

  /** Ends one of them by `kill -9`; what was killed is started again, the database after so long. False where there was none. */
  async kill(victim: Victim, pick: (among: readonly number[]) => number, downMs: number): Promise<boolean> {
    if (victim === 'database') return this.killDatabase(downMs);
    if (victim === 'backend') return this.killBackend(pick);
    const child = victim === 'api' ? this.api?.child : this.worker?.child;
    return child?.kill('SIGKILL') ?? false;
  }

  async strike(): Promise<void> {
    this.open = false;
    for (const one of [this.api, this.worker]) await one?.kill('SIGKILL');
    await Promise.all(this.kept);
    await this.on.test.drop();
    await this.on.postgres.remove();
  }

  async killDatabase(downMs: number): Promise<boolean> {
    await this.on.postgres.kill();
    await sleep(downMs);
    await this.on.postgres.start();
    return true;
  }

  /** One that is at work for the API, if any; PostgreSQL then ends all others and recovers. */
  private async killBackend(pick: (among: readonly number[]) => number): Promise<boolean> {
    const rows = await this.asAdmin(`
      SELECT pid FROM pg_stat_activity WHERE usename = 'surety_app' AND state <> 'idle' ORDER BY pid`).catch(() => []);
    const pid = rows.length > 0 ? pick(rows.map((row) => Number(row.pid))) : null;
    try {
      return pid !== null && parentOf(pid) === this.on.postgres.pid() && process.kill(pid, 'SIGKILL');
    } catch {
      return false;
    }
  }

  private async keepApi(): Promise<void> {
    while (this.open) {
      if (this.api) this.witness('API', await this.api.exited, this.api.output());
      if (!this.open) return;
      // It ends by itself where there is no database yet.
      this.api = await startApi(this.databaseUrl, this.secrets, { PORT: this.port, ALLOW_UNSAFE_FSYNC: '', LOG_LEVEL: 'info' }).catch(() => null);
      if (!this.api) await sleep(100);
      else if (!this.open) await this.api.kill('SIGKILL');
    }
  }

  private async keepWorker(): Promise<void> {
    while (this.open) {
      this.worker = startWorker(this.on.test, { LOG_LEVEL: 'warn', ALLOW_UNSAFE_FSYNC: '' });
      this.witness('worker', await this.worker.exited, this.worker.output());
    }
  }

  private witness(who: string, { code, signal }: Ended, said: string): void {
    if (signal !== 'SIGKILL') this.died.push(`the ${who} ended by itself (${code ?? signal}): ${said.trim().split('\n').slice(-12).join('\n')}`);
  }
}

/** Whose child a process is: a backend may have ended since it was listed, and its number may be somebody else's by now. */
function parentOf(pid: number): number {
  return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}
