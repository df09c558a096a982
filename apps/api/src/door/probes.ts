import { answers, type Database } from '@app/database';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

const answersWithinMs = 2_000;

/** `/healthz`: the process lives. `/readyz`: it may be given work. `/metrics`: its numbers. */
export function addProbes(server: FastifyInstance, database: Database, registry: Registry, stopping: () => boolean): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const ready = !stopping() && (await answersInTime(database));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  server.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

async function answersInTime(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), answersWithinMs)));
  return Promise.race([answers(database), late]).finally(() => clearTimeout(timer));
}
