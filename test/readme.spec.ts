import { buildSchema, parse, validate } from 'graphql';
import { read } from './architecture/source.js';

const queries = [...read('README.md').matchAll(/```graphql\n([^`]+)```/g)].map(([, query]) => query!);

it('the README has queries to try', () => {
  expect(queries.length).toBeGreaterThan(3);
});

it.each(queries)('the schema knows what the README asks: %s', (query) => {
  expect(validate(buildSchema(read('schema.graphql')), parse(query)).map(({ message }) => message)).toEqual([]);
});
