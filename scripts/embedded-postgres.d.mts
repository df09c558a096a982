/** Types of embedded-postgres.mjs, for the specs. */

export interface StartOptions {
  /** Holds the cluster (`postgres/`) and its log; made on first use. As root it is opened for passing through (0711). */
  dataDir: string;
  /** Of the superuser `postgres`: set when the cluster is made, and part of `adminUrl` ever after. */
  adminPassword: string;
  /** A free one on the loopback interface by default. */
  port?: number;
  /** Settings of PostgreSQL, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
  /** Asks a start under way to end. */
  signal?: AbortSignal;
  /** False where the cluster need not outlive a power cut: it is made faster. */
  sync?: boolean;
}

export interface EmbeddedPostgres {
  adminUrl: string;
  port: number;
  pid: number;
  /** Settles when the server ends, for whatever reason. */
  exited: Promise<{ code: number | null; signal: string | null }>;
  /** Fast shutdown: connections are cut, nothing is lost. */
  stop(): Promise<void>;
  /** `kill -9`, for the proofs that nothing acknowledged is lost. Start again with the same `dataDir` and password. */
  kill(): Promise<void>;
}

export interface Passwords {
  owner: string;
  app: string;
  worker: string;
}

export interface DatabaseUrls {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
}

export function startPostgres(options: StartOptions): Promise<EmbeddedPostgres>;

/** Makes roles and database where they are missing, sets the passwords, and gives the address for each role. */
export function prepareDatabase(options: {
  adminUrl: string;
  database: string;
  passwords: Passwords;
  /** A database to copy; nobody may be connected to it. */
  template?: string;
}): Promise<DatabaseUrls>;
