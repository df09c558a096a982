/**
 * A process that asks one address for a while, always the same number of requests under way, and says how many were answered a
 * second; or, where it is `timed`, how many ms the median answer took.
 */
import { Agent, request } from 'node:http';
import { median } from './rounds.mjs';

process.on('disconnect', () => process.exit());
let asked = 0;

process.on('message', async ({ url, headers, bodies, expected, clients, ms, run, timed = false }) => {
  const { hostname, port, pathname } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const marker = Buffer.from(expected);
  const until = performance.now() + ms;
  const began = performance.now();
  const took = [];
  let wrong = null;

  /** `@@` in a body becomes a word that was not said before. */
  const next = () => {
    asked += 1;
    return Buffer.from(bodies[asked % bodies.length].replaceAll('@@', `${run}-${asked}`));
  };
  const once = () => new Promise((resolve, reject) => {
    const body = next();
    const sent = request({ agent, hostname, port, path: pathname, method: 'POST', headers: { ...headers, 'content-length': body.length } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
        if (response.statusCode !== 200 || !text.includes(marker)) wrong ??= `${response.statusCode} ${text.toString().slice(0, 500)}`;
        resolve();
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
  const client = async () => {
    while (performance.now() < until && wrong === null) {
      const sentAt = performance.now();
      await once();
      took.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client)).catch((error) => (wrong ??= error.message));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  process.send({ rate: timed ? median(took) : took.length / seconds, wrong });
});
