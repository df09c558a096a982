import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import { In, LessThanOrEqual, type Repository } from 'typeorm';
import { AccountBalance, AccountLine, Fund, FundCall, FundTerms, Member } from './entities.js';

/** The loaders of one request: each gathers what its field asks for, and sends one query for all of it. */
export interface Loaders {
  readonly members: DataLoader<string, Member>;
  readonly balances: DataLoader<string, AccountBalance>;
  readonly terms: DataLoader<Fund, FundTerms | null, string>;
  readonly called: DataLoader<string, bigint>;
  lines(last: number): DataLoader<string, AccountLine[]>;
}

@Injectable()
export class FundLoaders {
  constructor(
    @InjectRepository(Member) private readonly members: Repository<Member>,
    @InjectRepository(AccountBalance) private readonly balances: Repository<AccountBalance>,
    @InjectRepository(FundTerms) private readonly terms: Repository<FundTerms>,
    @InjectRepository(FundCall) private readonly calls: Repository<FundCall>,
    @InjectRepository(AccountLine) private readonly lines: Repository<AccountLine>,
  ) {}

  forRequest(networkId: () => string): Loaders {
    const lines = new Map<number, DataLoader<string, AccountLine[]>>();
    return {
      members: new DataLoader(async (ids) => inOrder(ids, await this.members.findBy({ networkId: networkId(), id: In([...ids]) }), (row) => row.id)),
      balances: new DataLoader(async (ids) => inOrder(ids, await this.balances.findBy({ networkId: networkId(), accountId: In([...ids]) }), (row) => row.accountId)),
      terms: new DataLoader((funds) => this.termsInForce(networkId(), funds), { cacheKeyFn: (fund) => fund.id }),
      called: new DataLoader((fundIds) => this.calledOn(networkId(), fundIds)),
      lines: (last) => {
        const known = lines.get(last) ?? new DataLoader((accountIds: readonly string[]) => this.lastLines(networkId(), accountIds, last));
        lines.set(last, known);
        return known;
      },
    };
  }

  private async termsInForce(networkId: string, funds: readonly Fund[]): Promise<(FundTerms | null)[]> {
    const today = new Date().toISOString().slice(0, 10);
    const found = await this.terms.find({
      where: { networkId, memberId: In(funds.map((fund) => fund.memberId)), agreement: { startsOn: LessThanOrEqual(today) } },
      relations: { agreement: true },
      order: { agreement: { startsOn: 'DESC' } },
    });
    return funds.map((fund) => found.find((terms) => terms.memberId === fund.memberId && terms.kind === fund.kind) ?? null);
  }

  private async calledOn(networkId: string, fundIds: readonly string[]): Promise<bigint[]> {
    const sums = await this.calls
      .createQueryBuilder('call')
      .select('call.fundId', 'fundId').addSelect('SUM(call.amountMinor - call.metMinor)', 'called')
      .where('call.networkId = :networkId AND call.fundId IN (:...fundIds) AND call.metMinor < call.amountMinor', { networkId, fundIds })
      .groupBy('call.fundId')
      .getRawMany<{ fundId: string; called: string }>();
    const byFund = new Map(sums.map(({ fundId, called }) => [fundId, BigInt(called)]));
    return fundIds.map((id) => byFund.get(id) ?? 0n);
  }

  /** The newest lines of several accounts, which no find option says, by one query. */
  private async lastLines(networkId: string, accountIds: readonly string[], last: number): Promise<AccountLine[][]> {
    const rows: AccountLine[] = await this.lines.query(`
      SELECT l.account_id AS "accountId", l.line, l.what, l.code, l.posted_minor AS "postedMinor", l.posted_after_minor AS "postedAfterMinor",
             l.effective_on::text AS "effectiveOn", l.recorded_at AS "recordedAt"
      FROM unnest($2::uuid[]) AS a (id)
      CROSS JOIN LATERAL (SELECT * FROM account_line WHERE network_id = $1 AND account_id = a.id ORDER BY line DESC LIMIT $3) l`,
    [networkId, accountIds, last]);
    const byAccount = new Map<string, AccountLine[]>(accountIds.map((id) => [id, []]));
    for (const row of rows) byAccount.get(row.accountId)!.push(row);
    return accountIds.map((id) => byAccount.get(id)!);
  }
}

function inOrder<Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): Row[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id)!);
}
