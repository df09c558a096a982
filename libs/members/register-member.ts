import { violated, type Database, type Done, type Once } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { Member, type MemberKind } from './member.entity.js';
import { readMembers } from './member.sql.js';
import { refuse } from './refusals.js';

export interface RegisterMember extends Once {
  readonly kind: MemberKind;
  readonly name: string;
  readonly code: string;
}

/** Adds a shop, an outlet, a supplier or a certification body to the network. */
export function registerMember(database: Database, caller: Caller, input: RegisterMember): Promise<Done<{ member: Member }>> {
  return database.writeOnce(caller, 'member.register', input, async (tx, request) => {
    const id = newId();
    await tx.insert(Member, { id, ...request }).catch((error: unknown) => {
      throw violated(error) === 'member_code_taken' ? refuse('MEMBER_CODE_TAKEN', {}, 'code') : error;
    });
    tx.touch(id);
    tx.emit({ type: 'member.registered', aggregateId: id, payload: { kind: request.kind } });
    return { member: await tx.one(readMembers, { memberIds: [id] }) };
  });
}
