import { day } from '@app/kernel';
import type { GuaranteePack, Row } from './policy.js';
import type { Remedy, Start } from './vocabulary.js';

const from = { source: 'S3 agreement four', mark: 'S' } as const;
const sale: readonly Start[] = ['invoice', 'sale'];
const free: readonly Remedy[] = ['repair', 'exchange', 'refund', 'replace_part', 'loaner', 'on_site_service'];
/** What is open at all once a part is past its own warranty. */
const late: readonly Remedy[] = ['repair', 'replace_part', 'loaner', 'on_site_service'];
const anew: Row['gives'] = [{ remedy: 'exchange', terms: ['same_model'] }];

/** A brand's warranty for desktop computers: by the day, by the part, and on site. */
export const desktopPack: GuaranteePack = {
  code: 'brand-desktop', version: 1, effectiveFrom: day('2000-01-01'), province: null, priceBasis: 'invoice', goods: ['desktop_computer'], rates: [],
  name: { zh: '台式电脑三包（品牌）', en: 'A brand\'s warranty for desktop computers' },
  periods: [
    { id: 'TG-C2', ...from, name: 'service', lasts: { years: 5 }, from: sale },
    { id: 'TG-C2', ...from, name: 'part', parts: ['switch', 'server', 'storage'], lasts: { years: 3 }, from: sale, restartsOn: ['part_replaced'] },
  ],
  rows: [
    {
      id: 'TG-C6', ...from, denies: free,
      when: { circumstance: ['accessory_of_others', 'damaged_by_people', 'misuse', 'unpublished_software', 'virus', 'force_majeure'] },
    },
    { id: 'TG-C6', ...from, denies: late, when: { circumstance: ['others_repair'] }, save: { inPeriod: 'part' } },
    { id: 'TG-C6', ...from, denies: late, when: { outOfPeriod: 'service' }, save: { inPeriod: 'part' } },
    // The repair that they may choose as well is that of TG-C7.
    { id: 'TG-C1', ...from, when: { quality: true, within: [{ n: 7, unit: 'days', of: sale }] }, gives: [{ remedy: 'exchange' }, { remedy: 'refund' }] },
    {
      id: 'TG-C1', ...from, when: { defect: ['performance_fault'], within: [{ n: 15, unit: 'days', of: sale }] },
      gives: [{ remedy: 'exchange' }],
    },
    { id: 'TG-C2', ...from, when: { quality: true, inPeriod: 'part' }, gives: [{ remedy: 'replace_part' }] },
    { id: 'TG-C2', ...from, when: { quality: true, outOfPeriod: 'part' }, gives: [{ remedy: 'replace_part', charges: ['hardware'] }] },
    {
      id: 'TG-C4', ...from, gives: anew,
      when: { within: [{ n: 1, unit: 'years', of: sale }], inRepair: { over: 30, of: 'one', rounding: 'calendar_days', lateBy: 'parts_missing' } },
    },
    {
      id: 'TG-C4', ...from, gives: anew,
      when: { within: [{ n: 1, unit: 'years', of: sale }], part: ['main_part', 'peripheral'], repairs: { atLeast: 2, same: 'part' } },
    },
    { id: 'TG-C4', ...from, when: { dueBy: ['TG-C4'], is: { likeModel: false } }, gives: [{ remedy: 'exchange', terms: ['not_worse'] }] },
    { id: 'TG-C5', ...from, when: { hoursUnrepairedOver: 24 }, gives: [{ remedy: 'loaner', terms: ['or_substitute_part'] }] },
    { id: 'TG-C5', ...from, when: { past: [{ n: 7, unit: 'days', of: ['part_return'] }] }, gives: [{ remedy: 'loaner' }] },
    {
      id: 'TG-C7', ...from, when: { quality: true },
      gives: [
        { remedy: 'on_site_service', within: { n: 2, unit: 'hours', from: 'report' } },
        { remedy: 'repair', within: { n: 24, unit: 'hours', from: 'report' }, terms: ['with_consent', 'returned_free'] },
      ],
    },
  ],
};
