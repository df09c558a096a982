import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '@app/kernel';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { operationOf } from './context.js';

const store = new AsyncLocalStorage<Caller | null>();

/** Carries the caller to the reading of the input, which Nest's pipes do not tell whose it is; rooms get it as an argument. */
@Injectable()
export class CallerStore implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return store.run(operationOf(context).maybeCaller, () => next.handle());
  }
}

/** The currency in which this caller's amounts must be; null where nobody is signed in. */
export const expectedCurrency = (): string | null => store.getStore()?.currency ?? null;
