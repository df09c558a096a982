import 'reflect-metadata';
import { registerClockSubject } from '@app/clocks';
import { channelsKind, complaintClocks, complaintEntities, regimeKind } from '@app/complaints';
import { Database, dataSource, Worklist, workerPool } from '@app/database';
import { fundTerms } from '@app/funds';
import { readId, requiredSetting } from '@app/kernel';
import { memberEntities, personalKeys, readPersonalSecrets, registerTerms } from '@app/members';
import { registerPackKind } from '@app/policies';
import { recoveryEntities } from '@app/recovery';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { grow, type Grown } from './grow.js';

const words: Readonly<Record<Grown, string>> = {
  stood: '', grown: 'The half year of the demonstration is there.', 'broken off': '', elsewhere: '',
  left: 'The half year of the demonstration broke off too long ago to go on; it stays as it is.',
};

// Whoever uses the demonstration meanwhile comes first.
setPriority(10);
const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ending.abort());

try {
  registerTerms(fundTerms);
  registerPackKind(regimeKind);
  registerPackKind(channelsKind);
  registerClockSubject(complaintClocks);
  const networkId = readId('network', process.argv[2] ?? '');
  const secrets = JSON.parse(readFileSync(requiredSetting(process.env, 'SECRETS_FILE', 'the file with hashKey and personalKeys'), 'utf8')) as Record<string, unknown>;
  const personal = readPersonalSecrets(secrets.personalKeys);
  if (!personal || typeof secrets.hashKey !== 'string') throw new Error('SECRETS_FILE lacks hashKey or personalKeys');
  const hashKey = Buffer.from(secrets.hashKey, 'base64');
  const url = requiredSetting(process.env, 'DATABASE_URL', 'the URL of the role that does the work, surety_app');
  const source = await dataSource({
    url, poolSize: 5, applicationName: 'surety-demo', entities: [...memberEntities, ...complaintEntities, ...recoveryEntities],
  }).initialize();
  const workerUrl = requiredSetting(process.env, 'DATABASE_WORKER_URL', 'the URL of the role that lists the work, surety_worker');
  const pool = workerPool({ url: workerUrl, poolSize: 2, onConnectionLost: () => ending.abort() });
  try {
    const keys = { secrets: { hashKey }, personal: personalKeys(personal, hashKey) };
    const { grown, refused } = await grow({ database: new Database(source, { hashKey }), worklist: new Worklist(pool), keys, clock: () => new Date() }, networkId, ending.signal);
    const lines = [words[grown], refused.length > 0 ? `${refused.length} of its stories ended early, such as ${refused[0]}` : ''];
    for (const line of lines) if (line) console.log(line);
  } finally {
    await Promise.allSettled([source.destroy(), pool.end()]);
  }
} catch (error) {
  if (!ending.signal.aborted) console.error(`The half year of the demonstration: ${(error as Error).message}`);
  process.exitCode = 1;
}
