import { Refusal, refuseKernel } from '@app/kernel';
import { Args, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowField, found, Id } from '../../apps/api/src/door/index.js';
import { FundType } from '../../apps/api/src/funds/fund.graphql.js';

/** What the planted resolvers read by: past every guard of the database. */
export const past = {
  names: async (): Promise<string[]> => [],
  exists: async (_id: string): Promise<boolean> => false,
  own: async (_id: string): Promise<boolean> => false,
  write: async (): Promise<void> => undefined,
};

/** Operations with faults, which a suite must report. */
@Resolver(() => FundType)
export class PlantedResolver {
  @Allow('fund.read')
  @Query(() => String, { description: 'Tells a foreign id from a missing one.' })
  async plantedTell(@Id('fund', { description: 'Which.' }) id: string): Promise<string> {
    if (await past.own(id)) return 'yours';
    if (await past.exists(id)) throw refuseKernel('INVALID_INPUT', { problem: 'not yours' });
    return found<string>(null);
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'Has no seed.' })
  plantedUnseeded(@Args('id', { type: () => ID, description: 'Which.' }) id: string): string {
    return id.slice(0, 0);
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'Finds nothing, whosever the id is.' })
  plantedBlind(@Id('fund', { description: 'Which.' }) _id: string): string {
    return found<string>(null);
  }

  @Allow('member.read')
  @Query(() => [String], { description: 'Everybody\'s names.' })
  plantedNames(): Promise<string[]> {
    return past.names();
  }

  @Allow('fund.read')
  @Query(() => String, { description: 'Fails on a NUL, writes before it refuses, and refuses without a reason.' })
  async plantedText(@Args('text', { description: 'Any.' }) text: string): Promise<string> {
    if (text.includes('\0')) throw new Error('invalid byte sequence');
    if (text === 'bare') throw new Refusal('kernel', '', { zh: '', en: '' });
    if (text !== 'write') return 'fine';
    await past.write();
    throw refuseKernel('INVALID_INPUT', { problem: 'text' });
  }

  @AllowField.asParent
  @ResolveField('plantedNote', () => String, { nullable: true, description: 'Says of any fund whether it is there.' })
  async plantedNote(@Id('fund', { description: 'Which.' }) id: string): Promise<string | null> {
    return (await past.exists(id)) ? 'there' : null;
  }
}
