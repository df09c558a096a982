import { channels, channelsKind, type Channel } from '@app/complaints';
import { addDays } from '@app/kernel';
import { faults } from './goods.js';
import { daysTold, whenOpen, type HalfYear } from './half-year.js';
import { consumer } from './people.js';
import { newcomer, type DemoShop } from './shops.js';
import type { Deed, Story } from './story.js';
import { deeds, shopStory, storyOf } from './timeline.js';

type Timed = [minute: number, deed: Deed];

/** How long before the half year the shops sign. */
export const signedBefore = 10;
const months = [1, 2, 3, 4, 5, 6].map((month) => Math.floor((month * daysTold) / 6) - 1);
const onDay = (day: number, minute = 660): number => day * 1440 + minute;

/** What comes before any complaint, and what goes on beside them. */
export function mallStories(year: HalfYear): Story[] {
  return [rulesOfChannels(year), ...year.shops.map((shop, i) => ownStory(year, shop, i)), ...deductions(year), ...consultations(year), careTasks(year), lastStory(year)];
}

/** The operator gives each channel clocks of its own; the counter keeps the mall's. */
function rulesOfChannels(year: HalfYear): Story {
  const regimes: Readonly<Record<Channel, string>> = { counter: 'mall-counter', phone: 'hotline', online: 'working-days', hotline_12315: 'hotline', api: 'working-days' };
  const rules = { channels: channels.flatMap((channel) => [regimes[channel], 'hand-offs'].map((regime) => ({ id: 'CX-1', source: '嘉泰服务手册', mark: 'D', channel, regime }))) };
  const [{ code, zh, en }] = channelsKind.shipped as [(typeof channelsKind.shipped)[number]];
  // After the first shop has signed, by whose day the half year is known again.
  const effectiveFrom = addDays(year.from, 1 - signedBefore);
  return {
    name: 'channels', shop: null, steps: deeds(year, [
      [onDay(1 - signedBefore, 600), ['operator_administrator', 'proposePack', { kind: channelsKind.kind, code, nameZh: zh, nameEn: en, effectiveFrom, rules }]],
      [onDay(1 - signedBefore, 700), ['supervision', 'decidePack', true]],
    ]),
  };
}

function ownStory(year: HalfYear, shop: DemoShop, i: number): Story {
  const { code, name, required, paid, slow } = shop;
  const chance = year.chanceOf(`shop ${code}`);
  const number = `JT-${year.from.slice(0, 4)}-${String(101 + i)}`;
  const startsOn = addDays(year.from, -signedBefore);
  const begin: Timed[] = [
    [onDay(-signedBefore, 720), ['operator_administrator', 'register', { name, code }]],
    [onDay(-signedBefore, 730), ['operator_administrator', 'sign', { number, startsOn, dueOn: addDays(startsOn, 7), required }]],
    [onDay(-signedBefore + 2), ['finance', 'payIn', { kind: 'guarantee_fund', yuan: (required * paid) / 100 }]],
    [onDay(-signedBefore + 2, 670), ['finance', 'payIn', { kind: 'deposit', yuan: 5_000 }]],
  ];
  const monthly = months.flatMap((day): Timed[] => [
    [onDay(day, 605 + chance.below(30)), ['complaint_desk', 'sales', salesOf(year, shop, day)]],
    ...(chance.below(10) < 8 - slow ? [[onDay(day, 900 + chance.below(120)), ['finance', 'topUp', 'guarantee_fund']] satisfies Timed] : []),
    ...(chance.below(2) === 0 ? [[onDay(day, 1_050 + chance.below(60)), ['finance', 'payReceivables', slow > 3 ? 50 : 100]] satisfies Timed] : []),
  ]);
  return { name: storyOf(shop), shop: null, steps: deeds(year, [...begin, ...monthly]) };
}

/** A month's sales file, as a till writes it; every third buyer leaves a phone number. */
function salesOf(year: HalfYear, shop: DemoShop, day: number): string {
  const chance = year.chanceOf(`sales ${shop.code} ${day}`);
  const rows = Array.from({ length: 10 + 2 * shop.share }, (_, i) => {
    const { category, price: [low, high] } = chance.pick(faults[shop.trade]);
    const buyer = 5_000 + chance.below(3_000);
    const { name, phone } = chance.below(3) === 0 ? consumer(year.chanceOf(`consumer ${buyer}`), buyer) : { name: '', phone: '' };
    const soldOn = year.dayOf(onDay(day - 1 - chance.below(28)));
    return [`${shop.code}-S${day}-${i}`, category, `${shop.name} ${category}`, `${low + chance.below((high - low) / 10) * 10}.00`, soldOn, name, phone].join(',');
  });
  return ['voucher,category,model,price,sold_on,name,phone', ...rows].join('\n');
}

/** Shops that let complaints lie are fined: most of it is taken and served, some refused, the last one waits. */
function deductions(year: HalfYear): Story[] {
  const slow = year.shops.filter((shop) => shop.slow >= 3);
  return slow.map((shop, i) => {
    const chance = year.chanceOf(`deduction ${shop.code}`);
    const waits = i === slow.length - 1;
    const day = waits ? daysTold - 3 : 60 + chance.below(100);
    const clause = '合同第十二条第三款';
    return shopStory(`deduction-${i}`, shop, deeds(year, [
      [onDay(day), ['supervision', 'deduct', { yuan: chance.pick([100, 200, 300, 500]), reason: '一月内多次未在时限内处理投诉。', clause }]],
      ...(waits ? [] : [[onDay(day + 2), ['sales_floor', 'decideDeduction', i % 4 !== 1]] satisfies Timed]),
      ...(waits || i % 4 === 1 ? [] : [[onDay(day + 3), ['floor', 'serve', null]] satisfies Timed]),
    ]));
  });
}

const questions = [
  ['皮鞋三包期多长？', '皮鞋三个月，从发票日起算。'], ['洗衣机七日内能否退货？', '七日内性能故障可退、可换、可修。'], ['退货需要带什么？', '购物凭证、三包卡和商品。'],
  ['内衣可以退换吗？', '无质量问题不退换。'], ['投诉多久有结果？', '当班处理，最迟四十八小时。'],
] as const;

function consultations(year: HalfYear): Story[] {
  return Array.from({ length: Math.ceil(year.complaints / 15) }, (_, i) => {
    const chance = year.chanceOf(`consultation ${i}`);
    const at = whenOpen(onDay(chance.below(daysTold - 1), 610 + chance.below(600)));
    const [asked, answered] = chance.pick(questions);
    const channel = chance.pick(['phone', 'phone', 'online'] as const);
    const call: Timed[] = channel === 'phone' && chance.below(5) > 0
      ? [[whenOpen(at + 125), ['complaint_desk', 'callBackConsultation', { result: 'content', satisfaction: 4 + chance.below(2) }]]] : [];
    return { name: `consultation-${i}`, shop: null, steps: deeds(year, [[at, ['complaint_desk', 'consult', { channel, asked, answered }]], ...call]) };
  });
}

/** On the last day the desk plans the next week's calls and makes a few. */
function careTasks(year: HalfYear): Story {
  const calls = Array.from({ length: 12 }, (_, i): Timed =>
    [onDay(daysTold - 1, 720 + 15 * i), ['complaint_desk', 'care', i % 6 === 5 ? { outcome: 'complained', reasonClass: 'product' } : { outcome: 'reached', reasonClass: null }]]);
  return { name: 'care', shop: null, steps: deeds(year, [[onDay(daysTold - 1), ['complaint_desk', 'planCare', addDays(year.today, 7)]], ...calls]) };
}

/** A shop that has just moved in: where it is there, all has been told. */
function lastStory(year: HalfYear): Story {
  return { name: 'newcomer', shop: null, steps: deeds(year, [[year.end, ['operator_administrator', 'register', newcomer]]]) };
}
