import type { Channel } from '@app/complaints';
import { lookedAt } from './goods.js';
import type { Deed } from './story.js';

type After<D> = D extends readonly unknown[] ? readonly [after: string, ...deed: D] : never;
/** A deed so long after the one before: minutes, hours or days. */
export type Line = After<Deed>;

/** How a complaint goes, from its intake on. */
export interface Course {
  /** How many of six hundred go so. */
  readonly share: number;
  /** Which faults it is about, by what the rules give. */
  readonly about?: 'back' | 'repair';
  readonly channel?: Channel;
  readonly absent?: true;
  /** Nobody has asked for everything yet. */
  readonly vague?: true;
  /** It comes in a second time, by phone. */
  readonly double?: true;
  /** How many days ago it came in, at least and at most; any time where absent. */
  readonly ago?: readonly [number, number];
  /** Whether the hall saw to it at once, as it should; false: the lines tell all. */
  readonly seen?: false;
  /** How the consumer feels when called back; nobody calls where absent. */
  readonly mood?: 'content' | 'mixed' | 'bad';
  readonly lines: readonly Line[];
}

const told = (after: string, said: string): Line => [after, 'complaint_desk', 'contact', { party: 'consumer', way: 'phone', direction: 'outgoing', said }];
const asked = (after: string): Line => [after, 'floor', 'contact', { party: 'shop', way: 'visit', direction: 'outgoing', said: '督促商户当班处理。' }];
const close = (after: string, outcome: 'agreed' | 'repaired' | 'exchanged' | 'refunded' | 'rejected' | 'referred', reason: string): Line =>
  [after, 'complaint_desk', 'close', { outcome, reason }];
const decided: readonly Line[] = [['25m', 'complaint_desk', 'decide', lookedAt]];
const chosen = (remedy: 'repair' | 'exchange' | 'refund'): readonly Line[] => [...decided, ['10m', 'complaint_desk', 'choose', remedy]];
const mended: readonly Line[] = [['30m', 'floor', 'handIn', null], ['4d', 'floor', 'giveBack', '工艺问题'], told('2h', '已修好，请到柜台取回。')];
const proposed: readonly Line[] = [...chosen('refund'), ['2h', 'complaint_desk', 'propose', null]];
const held: readonly Line[] = [...proposed, ['1h', 'finance', 'hold', null]];
const approved: readonly Line[] = [...held, ['1d', 'after_sales_manager', 'approve', true]];
const paid: readonly Line[] = [['3h', 'complaint_desk', 'reveal', 'refund'], ['4h', 'finance', 'pay', null]];
const unfounded: Line = ['1d', 'supervision', 'unfounded', '系使用中造成，非质量问题。'];

/** The courses of the demonstration; a story breaks off where its next step would lie after today. */
export const courses: Readonly<Record<string, Course>> = {
  agreed: { share: 132, mood: 'content', lines: [told('40m', '商户同意赠送保养并致歉。'), close('30m', 'agreed', '当班协商一致。')] },
  repaired: { share: 90, about: 'repair', mood: 'content', lines: [...chosen('repair'), ...mended, close('3h', 'repaired', '修复取回。')] },
  exchanged: { share: 60, about: 'back', mood: 'content', lines: [...chosen('exchange'), told('1h', '同款新品已备好。'), close('3h', 'exchanged', '已换新。')] },
  refunded: { share: 50, about: 'back', mood: 'mixed', lines: [...chosen('refund'), asked('2h'), close('5h', 'refunded', '商户已退款。')] },
  advanced: { share: 56, about: 'back', absent: true, mood: 'content', lines: [...approved, ['1h', 'supervision', 'determine', 'shop'], ...paid] },
  'advanced at once': { share: 12, about: 'back', absent: true, mood: 'content', lines: [...proposed, ['5h', 'after_sales_manager', 'approve', true], ...paid] },
  pressed: {
    share: 10, about: 'back', mood: 'mixed', lines: [
      asked('1h'), ...chosen('refund'), ['1d', 'floor', 'jointly', 'uncooperative'], ['2h', 'supervision', 'jointly', 'uncooperative'],
      ['1h', 'supervision', 'propose', null], ['5h', 'after_sales_manager', 'approve', true], ...paid],
  },
  'refused by the manager': {
    share: 8, about: 'back', absent: true, mood: 'bad', lines: [
      ...held, ['1d', 'after_sales_manager', 'approve', false], told('2h', '请补充购物凭证原件。'), close('2d', 'exchanged', '商户返岗后换新。')],
  },
  withdrawn: { share: 30, lines: [told('1h', '已说明三包规定。'), ['3h', 'complaint_desk', 'withdraw', '消费者自行撤回。']] },
  unfounded: { share: 20, mood: 'bad', lines: [unfounded] },
  'unfounded twice': {
    share: 8, mood: 'bad', lines: [unfounded, ['2d', 'complaint_desk', 'contest', '消费者不服，要求复查。'], ['2d', 'after_sales_manager', 'unfounded', '复查后维持原认定。']],
  },
  rejected: { share: 12, mood: 'bad', lines: [['2h', 'floor', 'state', { side: 'shop', says: '商品为处理品，售前已告知。' }], close('1d', 'rejected', '处理品不在三包范围。')] },
  'rejected, then not': {
    share: 6, mood: 'mixed', lines: [close('1d', 'rejected', '超过三包期限。'), ['3d', 'complaint_desk', 'contest', '发票日期晚于销售日期。'], close('1d', 'refunded', '复查属实，已退款。')],
  },
  reopened: {
    share: 16, about: 'repair', mood: 'mixed', lines: [
      ...chosen('repair'), ...mended, close('2h', 'repaired', '修复取回。'), ['6d', 'complaint_desk', 'reopen', '同一故障再次出现。'], ...mended, close('2h', 'repaired', '再次修复。')],
  },
  merged: { share: 14, about: 'back', double: true, mood: 'content', lines: [...chosen('exchange'), close('1d', 'exchanged', '已换新。')] },
  referred: {
    share: 8, mood: 'mixed', lines: [['2h', 'complaint_desk', 'progress', 'passed_on'], told('30m', '属物业事项，已转交并留下电话。'), close('1h', 'referred', '转交责任方。')],
  },
  extended: {
    share: 14, about: 'repair', channel: 'counter', mood: 'mixed', lines: [
      ...chosen('repair'), ['30m', 'floor', 'handIn', null], ['5h', 'complaint_desk', 'extend', { code: 'settled', days: 7 }], ['5d', 'floor', 'giveBack', '等待配件'],
      close('3h', 'repaired', '配件到货后修复。')],
  },
  appraised: {
    share: 12, about: 'back', channel: 'counter', mood: 'mixed', lines: [
      ['2h', 'complaint_desk', 'pause', { code: 'settled', reason: 'appraisal_under_way' }], ['6d', 'supervision', 'resume', 'settled'], ['1h', 'supervision', 'determine', 'maker'],
      ...chosen('refund'), close('2h', 'refunded', '检验不合格，商户退款。')],
  },
  contested: {
    share: 16, about: 'back', mood: 'mixed', lines: [
      ...chosen('exchange'), ['3h', 'supervision', 'determine', 'shop'], close('4h', 'exchanged', '已换新。'), ['2d', 'complaint_desk', 'contestResponsibility', '商户称系厂家用料问题。'],
      ['3d', 'after_sales_manager', 'decideResponsibility', 'maker']],
  },
  'left to supervision': {
    share: 10, mood: 'bad', lines: [['2h', 'supervision', 'first', true], asked('4h'), ['2d', 'supervision', 'auditFirst', false], ['1h', 'supervision', 'determine', 'shop'], close('3h', 'agreed', '督察部督办后解决。')],
  },
  accident: {
    share: 3, about: 'back', mood: 'mixed', lines: [
      ['15m', 'complaint_desk', 'accident', '商品在使用中冒烟。'], ['1h', 'floor', 'state', { side: 'mall', says: '已到场封存商品。' }],
      ...chosen('refund'), ['1d', 'supervision', 'determine', 'maker'], close('2d', 'refunded', '已退款并报厂家。')],
  },
  'forgotten at their wish': { share: 2, lines: [close('2h', 'agreed', '当班协商一致。'), ['20d', 'operator_administrator', 'erase', null]] },
  'more complex': {
    share: 10, channel: 'online', about: 'repair', mood: 'mixed', lines: [['3h', 'complaint_desk', 'priority', 'fairly_complex'], ...chosen('repair'), ...mended, close('1d', 'repaired', '修复寄回。')],
  },
  'left lying': { share: 8, seen: false, ago: [3, 12], lines: [asked('1d')] },
  untouched: { share: 10, seen: false, ago: [0, 1], lines: [] },
  vague: { share: 8, vague: true, ago: [0, 6], lines: [told('3h', '请补充购买日期与凭证。')] },
  'facts come later': { share: 8, vague: true, mood: 'content', lines: [told('3h', '请补充购买日期与凭证。'), ['1d', 'complaint_desk', 'supply', { demand: 'exchange', shopPresent: true }], close('1d', 'agreed', '协商一致。')] },
  'at the decision': { share: 8, about: 'back', ago: [0, 3], lines: [...decided] },
  'at the mender': { share: 10, about: 'repair', channel: 'counter', ago: [1, 4], lines: [...chosen('repair'), ['30m', 'floor', 'handIn', null], ['4h', 'complaint_desk', 'extend', { code: 'settled', days: 7 }]] },
  'at the proposal': { share: 4, about: 'back', absent: true, ago: [1, 3], lines: [...proposed] },
  'at the holding': { share: 4, about: 'back', absent: true, ago: [1, 3], lines: [...held] },
  'at the payment': { share: 4, about: 'back', absent: true, ago: [2, 4], lines: [...approved] },
  'at the laboratory': { share: 5, about: 'back', channel: 'counter', ago: [1, 8], lines: [['2h', 'complaint_desk', 'pause', { code: 'settled', reason: 'appraisal_under_way' }]] },
};
