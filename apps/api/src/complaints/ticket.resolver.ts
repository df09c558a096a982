import { lookUpTicket } from '@app/complaints';
import { Database } from '@app/database';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Keys } from '../access/keys.js';
import { Allow, did, From, Input, type Visitor } from '../door/index.js';
import { ConsumerKeys } from '../members/consumer-keys.js';
import { LookUpTicketInput, LookUpTicketPayload, Ticket } from './ticket.graphql.js';

@Resolver(() => Ticket)
export class TicketResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly personal: ConsumerKeys,
  ) {}

  @Allow.anyone
  @Mutation(() => LookUpTicketPayload, {
    description: 'Shows a consumer where their complaint stands. Five wrong tries of a code, or thirty look-ups from an address, are all there are in a quarter of an hour. '
      + 'Errors: TICKET_INVALID, TOO_MANY_ATTEMPTS. Source: RO-11.',
  })
  async lookUpTicket(@From() visitor: Visitor, @Input() input: LookUpTicketInput) {
    return did({ ticket: await lookUpTicket(this.database, visitor, input, { secrets: this.keys.secrets, personal: this.personal }) });
  }
}
