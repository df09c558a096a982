import type { IntakeKeys } from '@app/complaints';
import type { Caller } from '@app/kernel';
import { day, dayOf, money, newId, type Day, type Money } from '@app/kernel';
import { listFunds, type Fund, type PotKind, type PotTerms } from '@app/funds';
import { personalKeys, registerMember, signAgreement, type Member, type MemberKind } from '@app/members';
import { openRooms } from '../../apps/api/src/rooms.js';
import { cloneDatabase, type TestDatabase } from './database.js';

openRooms();

const zone = 'Asia/Shanghai';
const personal = personalKeys([{ version: 1, key: Buffer.alloc(32, 7) }], Buffer.alloc(32, 8));

/** The smallest truthful world: one network, people who act at a moment of your choosing, members with agreements. */
export class World {
  private keys = 0;
  private instant = new Date('2026-03-02T02:00:00Z');

  private constructor(
    readonly test: TestDatabase,
    readonly networkId: string,
  ) {}

  static async make(poolSize?: number): Promise<World> {
    return World.over(await cloneDatabase(poolSize));
  }

  /** A world in a database that is there already, such as an API's. */
  static async over(test: TestDatabase): Promise<World> {
    const world = new World(test, newId());
    await world.addNetwork();
    return world;
  }

  /** What taking a complaint in needs of the deployment. */
  get intake(): IntakeKeys {
    return { secrets: this.test.secrets, personal };
  }

  get database() {
    return this.test.database;
  }

  /** Another network in the same database, with a world of its own. */
  neighbour(): Promise<World> {
    return World.over(this.test);
  }

  /** From here on everybody acts on this day, at ten in the morning. */
  on(date: string): void {
    this.instant = new Date(`${date}T02:00:00Z`);
  }

  /** A person of the operator; a new one each time unless named. */
  person(overrides: Partial<Caller> = {}): Caller {
    return {
      networkId: this.networkId, memberId: null, personId: newId(), apiKeyId: null, membershipId: null, sessionId: null,
      roles: [], permissions: new Set(), now: this.instant, today: dayOf(this.instant, zone), zone, currency: 'CNY',
      backDays: 31, aheadDays: 0, locale: 'en', requestId: 'test', ...overrides,
    };
  }

  key(): { idempotencyKey: string } {
    this.keys += 1;
    return { idempotencyKey: `k${this.keys}` };
  }

  async member(kind: MemberKind = 'shop'): Promise<Member> {
    const code = `M${newId().slice(-6)}`;
    return (await registerMember(this.database, this.person(), { ...this.key(), kind, name: `Member ${code}`, code })).result.member;
  }

  async agreement(memberId: string, pots: readonly Partial<PotTerms>[], startsOn = '2026-01-01', endsOn: string | null = null) {
    const done = await signAgreement(this.database, this.person(), {
      ...this.key(), memberId, number: `A${newId().slice(-6)}`, startsOn: day(startsOn), endsOn: endsOn ? day(endsOn) : null,
      terms: { funds: pots.map((given, i) => ({ ...plainPot, drawOrder: i, ...given })) },
    });
    return done.result.agreement;
  }

  async fund(memberId: string, kind: PotKind = 'guarantee_fund'): Promise<Fund> {
    const funds = await this.database.read(this.person(), (tx) =>
      tx.many(listFunds, { today: tx.caller.today, memberId, kind, shortOnly: false, after: null, count: 1 }));
    return funds[0]!;
  }

  async drop(): Promise<void> {
    await this.test.drop();
  }

  private async addNetwork(): Promise<void> {
    await this.test.asAdmin(
      `INSERT INTO network (id, name, currency, zone, sandbox_seconds) VALUES ($1, 'Test Mall', 'CNY', $2, 0)`,
      [this.networkId, zone],
    );
  }
}

const plainPot: PotTerms = {
  kind: 'guarantee_fund', requiredMinor: 500_000n, currency: 'CNY', uses: ['compensation'], drawOrder: 0, dueOn: null,
  topUpDays: 15, tailDays: 0, returnDays: 30, lateReturnDailyRate: '0', keptOnSeriousBreach: false,
};

export const cny = (minor: bigint): Money => money(minor, 'CNY');
export type { Day };
