/** The same page as a team would usually serve it with Nest: Apollo on Express, TypeORM's repositories, DataLoader. */
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ExpressAdapter } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { SignedIn } from './auth.js';
import { JwtStrategy } from './auth.js';
import { entities } from './entities.js';
import { FundsResolver } from './funds.resolver.js';
import { FundLoaders } from './loaders.js';

@Controller()
class Probes {
  @Get('readyz')
  ready(): { ok: boolean } {
    return { ok: true };
  }
}

@Module({ imports: [TypeOrmModule.forFeature(entities)], providers: [FundLoaders], exports: [FundLoaders, TypeOrmModule] })
class LoadersModule {}

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, poolSize: Number(process.env.POOL_SIZE), entities }),
    LoadersModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [LoadersModule],
      inject: [FundLoaders],
      useFactory: (loaders: FundLoaders) => ({
        autoSchemaFile: true, introspection: false, playground: false,
        context: ({ req }: { req: { user?: SignedIn } }) => ({ req, loaders: loaders.forRequest(() => req.user!.networkId) }),
      }),
    }),
  ],
  controllers: [Probes],
  providers: [FundsResolver, JwtStrategy],
})
class TypicalModule {}

const app = await NestFactory.create(TypicalModule, new ExpressAdapter(), { logger: ['error', 'warn'] });
app.enableShutdownHooks();
await app.listen(Number(process.env.PORT), process.env.HOST!);
