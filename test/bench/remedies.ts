import { factsOf, goodsCategories, guaranteePacks, remedyFor, type GuaranteePack, type RemedyFacts, type Repair } from '../../libs/guarantees/index.js';
import { channels, circumstances, defects, parts } from '../../libs/guarantees/vocabulary.js';
import { addDays, day, money, rate } from '../../libs/kernel/index.js';
import { goodsKind } from '../../libs/policies/index.js';

type Case = readonly [packs: readonly GuaranteePack[], facts: RemedyFacts];

const ofEachCategory = 60;
const soldOn = day('2026-01-05');
const table = new Map(goodsKind.shipped[0]!.rules.goods.map(({ category, packs }) => [category, packs]));

/** Numbers that look like chance and are the same in every run. */
let state = 20_261_122;
function below(n: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * n);
}
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
const oftenTrue = (): boolean => below(4) > 0;

function repairs(): Repair[] {
  return Array.from({ length: below(4) }, (_, i) => ({
    receivedOn: addDays(soldOn, 10 * i), returnedOn: addDays(soldOn, 10 * i + below(9)), hours: null, fault: oneOf(defects), part: oneOf(parts), component: null,
    replaced: oftenTrue(), late: [],
  }));
}

/** What a desk knows of a case: nearly all of it. */
function caseOf(goods: (typeof goodsCategories)[number]): Case {
  const facts = factsOf({
    goods, price: money(BigInt(1_000 + below(500_000)), 'CNY'), paid: oftenTrue() ? money(BigInt(1_000 + below(500_000)), 'CNY') : null, soldOn, invoicedOn: soldOn,
    deliveredOn: addDays(soldOn, below(5)), acceptedOn: addDays(soldOn, 5), installedOn: addDays(soldOn, 5), madeOn: addDays(soldOn, -30), pickedUpOn: addDays(soldOn, -20),
    reachedBrandOn: addDays(soldOn, 400), reportedOn: addDays(soldOn, below(3) ? below(60) + 40 : below(900) + 40), turnoverMonths: 3, contractMonths: 24,
    defect: oneOf(defects), part: oneOf(parts), circumstances: oftenTrue() ? [] : [oneOf(circumstances)], soldBy: oneOf(channels), km: below(70_000), repairs: repairs(),
    exchanges: [], hoursUnrepaired: below(60), refurbishing: money(5_000n, 'CNY'), makersRate: rate('0.004'), voucher: oftenTrue(), card: oftenTrue(), acknowledged: oftenTrue(),
    unworn: oftenTrue(), outOfTown: oftenTrue(), likeModel: oftenTrue(), member: oftenTrue(), usable: !oftenTrue(), unrepairable: !oftenTrue(), appraised: oftenTrue(),
    fraud: false, leaseEnded: false, durable: oftenTrue(),
  });
  const codes = table.get(goods) ?? [];
  const province = below(2) ? 'CN-ZJ' : null;
  return [codes.flatMap((code) => guaranteePacks.filter((pack) => pack.code === code && (pack.province === null || pack.province === province))), facts];
}

const cases: readonly Case[] = Array.from({ length: ofEachCategory }, () => goodsCategories.map(caseOf)).flat();

process.on('disconnect', () => process.exit());
process.on('message', ({ ms }: { ms: number }) => {
  const began = performance.now();
  let done = 0;
  let options = 0;
  do {
    for (const [packs, facts] of cases) options += remedyFor(packs, facts).options.length;
    done += cases.length;
  } while (performance.now() - began < ms);
  // Rules that gave nothing to anybody would be quick.
  const wrong = options > done ? null : `${options} options in ${done} decisions`;
  process.send!({ rate: (done * 1000) / (performance.now() - began), wrong });
});
