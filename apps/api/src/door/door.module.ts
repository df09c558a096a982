import { Database } from '@app/database';
import { Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyInstance } from 'fastify';
import { problemsOf } from './boot-checks.js';
import { CallerStore } from './caller-store.js';
import { CallerGuard } from './caller.guard.js';
import { Credentials } from './credentials.js';
import { graphqlOptions } from './graphql.js';
import { InputPipe } from './input.pipe.js';
import { guardFields, loadFields } from './loaders.js';
import { NodeResolver } from './node.js';
import { RefusalFilter } from './refusal.filter.js';
import { resolverMethods } from './resolvers.js';
import type { Settings } from './settings.js';
import { showFields } from './show.js';
import { TokenReader } from './token.strategy.js';

/** What the door gives to resolvers by injection. */
export interface DoorParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly credentials: Credentials;
}

/** Stands before all resolvers: who may, what is read, what is answered. */
@Module({})
export class DoorModule implements OnApplicationBootstrap {
  constructor(
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
  ) {}

  static of({ settings, database, credentials }: DoorParts): DynamicModule {
    const provided = [{ provide: Database, useValue: database }, { provide: Credentials, useValue: credentials }];
    return {
      module: DoorModule,
      global: true,
      imports: [GraphQLModule.forRoot<MercuriusDriverConfig>(graphqlOptions(settings, database))],
      providers: [
        ...provided,
        TokenReader,
        NodeResolver,
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_INTERCEPTOR, useClass: CallerStore },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
      exports: provided.map(({ provide }) => provide),
    };
  }

  /** Once every module stands: hands the loaders over, guards the fields, and refuses to go on with what is unsaid. */
  onApplicationBootstrap(): void {
    const methods = resolverMethods(this.modules);
    const { graphql } = this.http.httpAdapter.getInstance<FastifyInstance>();
    const problems = problemsOf(this.host.schema, methods);
    if (problems.length > 0) throw new Error(`The API is not fit to be served: ${problems.join('; ')}.`);
    showFields(graphql.schema);
    guardFields(graphql.schema, methods);
    loadFields(graphql.schema, methods, new InputPipe());
  }
}
