import { readFileSync } from 'node:fs';
import { createParamDecorator, ForbiddenException, Injectable, SetMetadata, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { InjectRepository } from '@nestjs/typeorm';
import { importJWK, jwtVerify, type JWK, type JWTPayload } from 'jose';
import passportJwt from 'passport-jwt';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { permissionsOf, type Permission } from '@app/access';
import { LogInSession } from './entities.js';

export interface SignedIn {
  readonly personId: string;
  readonly networkId: string;
  readonly permissions: ReadonlySet<Permission>;
}

const { tokenKeys: [{ privateJwk }] } = JSON.parse(readFileSync(process.env.SECRETS_FILE!, 'utf8')) as { tokenKeys: [{ privateJwk: JWK }] };
const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: privateJwk.x }, 'EdDSA');
const checks = { algorithms: ['EdDSA'], issuer: 'surety', audience: 'surety-api', typ: 'at+jwt', maxTokenAge: 600 };

// EdDSA, which the library behind passport-jwt does not know.
(passportJwt.Strategy as unknown as { JwtVerifier: unknown }).JwtVerifier =
  (token: string, _key: unknown, _options: unknown, answer: (error: Error | null, payload?: JWTPayload) => void) => {
    jwtVerify(token, key, checks).then(({ payload }) => answer(null, payload), (error: Error) => answer(error));
  };

@Injectable()
export class JwtStrategy extends PassportStrategy(passportJwt.Strategy) {
  constructor(@InjectRepository(LogInSession) private readonly sessions: Repository<LogInSession>) {
    super({ jwtFromRequest: passportJwt.ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'held by the verifier' });
  }

  async validate({ sid, sub }: { sid: string; sub: string }): Promise<SignedIn> {
    const session = await this.sessions.findOneBy({ id: sid, personId: sub, endedAt: IsNull(), expiresAt: MoreThan(new Date()) });
    if (!session) throw new UnauthorizedException();
    return { personId: session.personId, networkId: session.networkId, permissions: permissionsOf(session.roles) };
  }
}

@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  override getRequest(context: ExecutionContext): unknown {
    return GqlExecutionContext.create(context).getContext<{ req: unknown }>().req;
  }
}

export const Needs = (permission: Permission) => SetMetadata('needs', permission);

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const needed = this.reflector.get<Permission | undefined>('needs', context.getHandler());
    const { user } = GqlExecutionContext.create(context).getContext<{ req: { user: SignedIn } }>().req;
    if (needed && !user.permissions.has(needed)) throw new ForbiddenException();
    return true;
  }
}

export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  GqlExecutionContext.create(context).getContext<{ req: { user: SignedIn } }>().req.user);
