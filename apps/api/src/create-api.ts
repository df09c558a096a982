import 'reflect-metadata';
import { lastUses, tokenKeys, type AccessKeys, type LastUses } from '@app/access';
import { checkBoot, Database, dataSource } from '@app/database';
import { personalKeys } from '@app/members';
import { localFiles } from '@app/files';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import type { Type } from '@nestjs/common';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.js';
import { addAnalysisRoutes } from './analysis/analysis.routes.js';
import { IssuedCredentials } from './access/issued-credentials.js';
import type { Credentials } from './door/credentials.js';
import { addGate } from './door/gate.js';
import { logRequests, makeLog, nestLog } from './door/log.js';
import { measure } from './door/metrics.js';
import { requestIdOf } from './door/operation.js';
import { addProbes } from './door/probes.js';
import type { Settings } from './door/settings.js';
import { addFileRoutes } from './files/file.routes.js';
import { addNoticeRoutes } from './notices/notice.routes.js';
import { entities, openRooms } from './rooms.js';

export interface ApiOptions {
  /** Resolvers besides our own, and credentials in the place of the access room's: for tests of the door. */
  readonly resolvers?: readonly Type[];
  readonly credentials?: Credentials;
  readonly log?: Logger;
  /** How often the last uses of API keys are written, beside all requests; ten seconds unless told. */
  readonly notedEveryMs?: number;
}

export interface Api {
  readonly app: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly log: Logger;
  /** Where it answers, such as http://127.0.0.1:3000. */
  listen(): Promise<string>;
  /** Stops taking requests, lets those under way end, and gives the connections back. */
  stop(withinMs?: number): Promise<void>;
}

/** The whole API on its database, ready to listen; fails where either is not fit to serve. */
export async function createApi(settings: Settings, options: ApiOptions = {}): Promise<Api> {
  openRooms();
  const log = options.log ?? makeLog(settings.logLevel);
  const source = await connected(settings, log);
  let stopping = false;
  let closing: (() => Promise<void>) | undefined;
  try {
    await checkBoot(source);
    const secrets = { hashKey: settings.secrets.hashKey };
    const database = new Database(source, secrets);
    const keys: AccessKeys = { secrets, tokens: await tokenKeys(settings.secrets.tokenKeys) };
    const personal = personalKeys(settings.secrets.personalKeys, settings.secrets.hashKey);
    const uses = lastUses(database);
    const noting = noteLastUses(uses, log, options.notedEveryMs);
    const adapter = adapterOf(settings, log);
    const server = adapter.getInstance() as unknown as FastifyInstance;
    addGate(server, settings);
    logRequests(server);
    addProbes(server, database, measure(server, database), () => stopping);
    const credentials = options.credentials ?? new IssuedCredentials(database, keys, settings.secrets.platformKey, uses);
    const door = { settings, database, credentials };
    addFileRoutes(server, door, localFiles(settings.filesDir));
    addNoticeRoutes(server, door);
    addAnalysisRoutes(server, door);
    const app = await NestFactory.create<NestFastifyApplication>(
      ApiModule.of(door, { ...keys, personal }, options.resolvers), adapter, { logger: nestLog(log), abortOnError: false },
    );
    closing = () => app.close();
    await app.init();
    await server.ready();

    const stop = async (withinMs = 6_000) => {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
      await Promise.race([app.close(), late]).finally(() => clearTimeout(timer));
      await noting.stop();
      if (source.isInitialized) await source.destroy();
    };
    const listen = async () => {
      await app.listen(settings.port, settings.host);
      return app.getUrl();
    };
    return { app, server, database, log, listen, stop };
  } catch (error) {
    await closing?.().catch(() => undefined);
    await source.destroy();
    throw error;
  }
}

function connected({ databaseUrl: url, poolSize }: Settings, log: Logger): ReturnType<ReturnType<typeof dataSource>['initialize']> {
  const onConnectionLost = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost');
  return dataSource({ url, poolSize, entities, applicationName: 'surety-api', onConnectionLost }).initialize();
}

function adapterOf({ limits }: Settings, log: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log, logController: new fastify.LogController({ disableRequestLogging: true }), bodyLimit: limits.bodyBytes,
    genReqId: ({ headers }: IncomingMessage) => requestIdOf(headers['x-request-id']), requestTimeout: limits.requestMs,
    trustProxy: false, forceCloseConnections: 'idle',
    // Node looks for late requests every half minute only, and takes the longer of the two times for the body's.
    http: { connectionsCheckingInterval: Math.min(limits.requestMs, 1_000), headersTimeout: limits.requestMs, requestTimeout: limits.requestMs },
  } as never);
}

/** An API key's last use is written after the reply, many at once; the last ones when the process stops. */
function noteLastUses(uses: LastUses, log: Logger, everyMs = 10_000): { stop: () => Promise<void> } {
  const flush = () => uses.flush().catch((error: unknown) => log.warn({ err: error }, 'the last uses of API keys wait to be written'));
  const timer = setInterval(() => void flush(), everyMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}
