import { cny } from '../support/mall.js';
import type { NetworkStory, Person } from './neighbours.js';
import { inputs, memberOf, trial } from './given.js';
import type { Given } from './surface.js';

/** What a caller gives to the operations on sanctions and awards. */
export function ofSanctions(story: NetworkStory, person: Person): Record<string, Given[]> {
  const { memberId, sanctions } = memberOf(story, person);
  const reason = { reason: 'As the record says.' };
  return {
    'Query.awards': [{ first: 5 }],
    'Query.sanction': [{ id: sanctions.servedId }],
    'Query.sanctions': [{ first: 5, memberId, state: 'CONFIRMED' }],
    'Query.sanctionsDue': [{ memberId }],
    'Mutation.proposeSanction': inputs({ memberId, measure: 'ULTIMATUM', problem: 'broken_sole', ...trial }),
    'Mutation.proposeSanctionByHand': inputs(
      { memberId, rule: 'SN-9', staffCode: 'A-17', amount: cny('1.00'), isPublic: false, ...reason, ...trial },
      { memberId, rule: 'QF-9', noticeWorkingDays: 3, approved: true, ...reason, ...trial },
    ),
    'Mutation.decideSanction': inputs({ sanctionId: sanctions.proposedId, version: 1, confirm: true, ...reason, ...trial }),
    'Mutation.appealSanction': inputs({ sanctionId: sanctions.servedId, ...reason, ...trial }),
    'Mutation.decideAppeal': inputs({ sanctionId: sanctions.appealedId, version: 3, lift: true, effectiveOn: story.today, ...reason, ...trial }),
    'Mutation.grantAward': inputs({ ...story.awardable, ...trial }),
  };
}
