import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startProcess, type OurProcess } from '../../support/process.js';
import { platformKey, type Answer } from './door.js';

/** The secrets of a deployment, as its file has them. */
export const newSecrets = () => ({
  tokenKeys: [{ kid: 'k1', privateJwk: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) }],
  hashKey: randomBytes(32).toString('base64'),
  personalKeys: [{ version: 1, key: randomBytes(32).toString('base64') }],
  platformKey,
});

export interface ApiProcess extends OurProcess {
  readonly url: string;
  ask(query: string, options: { as: string; variables?: object }): Promise<Answer>;
}

/** Starts the built API as a process of its own, and waits until it listens. */
export async function startApi(databaseUrl: string, secrets: object, env: NodeJS.ProcessEnv = {}): Promise<ApiProcess> {
  const api = startProcess('api', secrets, { DATABASE_URL: databaseUrl, PORT: '0', ...env });
  await api.says('listening').catch(async (error: unknown) => {
    await api.kill('SIGKILL');
    throw error;
  });
  const { url } = api.lines.find(({ msg }) => msg === 'listening') as { url: string };
  return {
    ...api, url,
    ask: async (query, { as, variables }) => {
      const headers = { 'content-type': 'application/json', ...(as ? { authorization: `Bearer ${as}` } : {}) };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return { status: response.status, headers: {}, body: (await response.json()) as Answer['body'] };
    },
  };
}
