import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { operationOf } from './context.js';

/** The caller, found and permitted by the guard. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => operationOf(context).caller);

/** The operation's one read transaction, of one moment, limited to what the caller may see; the door ends it. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext) => operationOf(context).tx());

/** The visitor, for operations that are open to anyone or to the platform. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext) => operationOf(context).visitor);
