import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passportJwt from 'passport-jwt';
import { Credentials } from './credentials.js';
import { presented } from './presented.js';

type Verify = (token: string) => Promise<object>;
type Answer = (error: Error | null, claims?: object) => void;

// passport-jwt would verify with a library that takes the algorithm from the token; ours takes none but one, with the
// keys it knows. What stands in for the key is the function that verifies.
(passportJwt.Strategy as unknown as { JwtVerifier: unknown }).JwtVerifier = (token: string, verify: Verify, _: unknown, answer: Answer) => {
  verify(token).then((claims) => answer(null, claims), (error: Error) => answer(error));
};

const strategyName = 'access-token';
// Passport keeps its strategies in one place for the process; each request brings the credentials of its own API.
const credentialsOf = new WeakMap<object, Credentials>();

class AccessToken extends PassportStrategy(passportJwt.Strategy, strategyName) {
  constructor() {
    super({
      jwtFromRequest: (request: { headers: FastifyRequest['headers'] }) => {
        const found = presented(request.headers);
        return found.kind === 'token' ? found.secret : null;
      },
      secretOrKeyProvider: (request, _token, done) => {
        const credentials = credentialsOf.get(request);
        const verify: Verify | undefined = credentials && ((token) => credentials.claimsOf(token));
        done(verify ? null : new Error('no credentials'), verify as never);
      },
    } as passportJwt.StrategyOptionsWithoutRequest);
  }

  validate(claims: object): object {
    return claims;
  }
}

/** Reads an access token by passport; null where there is none that is good. */
@Injectable()
export class TokenReader {
  private readonly strategy = new AccessToken();

  constructor(private readonly credentials: Credentials) {}

  read(request: FastifyRequest): Promise<object | null> {
    return new Promise((resolve, reject) => {
      const attempt = Object.create(this.strategy) as AccessToken & Record<'success' | 'fail' | 'error', unknown>;
      attempt.success = (claims: object) => resolve(claims);
      attempt.fail = () => resolve(null);
      attempt.error = reject;
      const carrier = { headers: request.headers };
      credentialsOf.set(carrier, this.credentials);
      attempt.authenticate(carrier as never);
    });
  }
}
