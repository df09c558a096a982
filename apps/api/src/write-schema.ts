import { writeFileSync } from 'node:fs';
import { writtenSchema } from './schema.js';

writeFileSync('schema.graphql', await writtenSchema());
