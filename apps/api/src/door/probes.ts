import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

const answersWithinMs = 2_000;

/** `/healthz`: the process lives. `/readyz`: it may be given work. `/metrics`: its numbers. */
export function addProbes(server: FastifyInstance, source: DataSource, registry: Registry, stopping: () => boolean): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const ready = !stopping() && (await answers(source));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  server.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

async function answers(source: DataSource): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), answersWithinMs)));
  const asked = source.query('SELECT 1').then(() => true, () => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
