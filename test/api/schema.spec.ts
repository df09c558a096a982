import { readFileSync } from 'node:fs';
import { writtenSchema } from '../../apps/api/src/schema.js';

test('schema.graphql is what the resolvers say; "npm run schema" writes it', async () => {
  expect(readFileSync('schema.graphql', 'utf8')).toBe(await writtenSchema());
});
