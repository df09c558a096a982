import 'reflect-metadata';
import { migrate } from '@app/database';

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('DATABASE_OWNER_URL is missing: the URL of the role that owns the schema.');
  process.exit(1);
}
try {
  for (const name of await migrate({ url, folder: process.env.MIGRATIONS_DIR ?? 'migrations' })) console.log(`applied ${name}`);
} catch (error) {
  console.error(`The migration failed: ${(error as Error).message}`);
  process.exit(1);
}
