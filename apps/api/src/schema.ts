import 'reflect-metadata';
import { Database } from '@app/database';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { ApiModule, type ApiKeys } from './api.module.js';
import { Credentials } from './door/credentials.js';
import { readLimits } from './door/limits.js';
import type { Settings } from './door/settings.js';

const header = `# What the API offers. Written by "npm run schema" from the resolvers; its diff is the review of the API.\n\n`;

/** The whole schema as text, the same for the same resolvers; needs neither a database nor secrets. */
export async function writtenSchema(): Promise<string> {
  const nothing = {} as never;
  const settings = { limits: readLimits({}), production: true, introspection: false, graphiql: false } as Settings;
  const parts = { settings, database: nothing as Database, credentials: nothing as Credentials };
  const app = await NestFactory.create(ApiModule.of(parts, nothing as ApiKeys), new FastifyAdapter(), { logger: false, abortOnError: false });
  try {
    await app.init();
    return `${header}${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost, { strict: false }).schema))}\n`;
  } finally {
    await app.close();
  }
}
