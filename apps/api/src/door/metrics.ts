import { connectionsOf, type Database } from '@app/database';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { codes } from './format-errors.js';
import { operations } from './graphql.js';

/** The numbers of this process for Prometheus: requests, how long they took, errors by code, and the pool. */
export function measure(server: FastifyInstance, database: Database): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'surety_request_seconds', help: 'How long requests took, by route, kind of operation and status.', registers,
    labelNames: ['route', 'type', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const errors = new Counter({ name: 'surety_errors_total', help: 'Top-level errors by code.', registers, labelNames: ['code'] });
  new Gauge({
    name: 'surety_pool_connections', help: 'Connections to the database, by what they do.', registers, labelNames: ['state'],
    collect() {
      const { total, idle, waiting } = connectionsOf(database);
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waited_for' }, waiting);
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    const type = operations.get(request)?.facts?.type ?? 'none';
    seconds.observe({ route: request.routeOptions.url ?? 'none', type, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    for (const code of codes.get(request) ?? []) errors.inc({ code });
  });
  return registry;
}
