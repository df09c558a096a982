import { Refusal } from '@app/kernel';
import { Catch, type ArgumentsHost } from '@nestjs/common';
import { GqlArgumentsHost, type GqlExceptionFilter } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { DoorContext } from './context.js';
import { InvalidInput } from './input.pipe.js';
import { hasErrorType } from './mutation-error.js';
import { refused } from './payload.js';

/** A refusal in a mutation is an answer, given here for all rooms; anywhere else it is an error of the operation. */
@Catch(Refusal, InvalidInput)
export class RefusalFilter implements GqlExceptionFilter<Refusal | InvalidInput> {
  catch(caught: Refusal | InvalidInput, host: ArgumentsHost): unknown {
    const inside = GqlArgumentsHost.create(host);
    const { parentType, schema } = inside.getInfo<GraphQLResolveInfo>();
    const refusals = caught instanceof InvalidInput ? caught.refusals : [caught];
    const unknown = refusals.find(({ room }) => !hasErrorType(room));
    if (unknown) throw new Error(`The room ${unknown.room} has no roomErrors(), so ${unknown.code} cannot be answered.`);
    if (parentType.name !== schema.getMutationType()?.name) throw refusals[0]!;
    return refused(refusals, inside.getContext<DoorContext>().operation.visitor.locale);
  }
}
