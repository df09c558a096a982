import 'reflect-metadata';
import { Database, dataSource } from '@app/database';
import { requiredSetting } from '@app/kernel';
import { personalKeys, readPersonalSecrets } from '@app/members';
import { readFileSync } from 'node:fs';
import { keepPersonalData } from './keep-personal-data.js';

/** `npm run personal-data -- reseal | journal | erase-again`: after a new key, before and after a restore. */
try {
  const secrets = JSON.parse(readFileSync(requiredSetting(process.env, 'SECRETS_FILE', 'the file with hashKey and personalKeys'), 'utf8')) as Record<string, unknown>;
  const keys = readPersonalSecrets(secrets.personalKeys);
  if (!keys || typeof secrets.hashKey !== 'string') throw new Error('SECRETS_FILE lacks hashKey or personalKeys');
  const hashKey = Buffer.from(secrets.hashKey, 'base64');
  const url = requiredSetting(process.env, 'DATABASE_URL', 'the URL of the role that does the work, surety_app');
  const source = await dataSource({ url, poolSize: 2, applicationName: 'surety-personal-data' }).initialize();
  try {
    const lines = await keepPersonalData(new Database(source, { hashKey }), personalKeys(keys, hashKey), process.argv[2], () => readFileSync(0, 'utf8'));
    for (const line of lines) console.log(line);
  } finally {
    await source.destroy();
  }
} catch (error) {
  console.error(`Personal data: ${(error as Error).message}`);
  process.exitCode = 1;
}
