import { day } from '@app/kernel';
import type { ShippedGuarantee } from './policy.js';
import type { Circumstance, Start } from './vocabulary.js';

const from = { source: 'S3 agreement three', mark: 'S' } as const;
const invoice: readonly Start[] = ['invoice'];
const spoiled: readonly Circumstance[] = [
  'shell_or_packaging', 'opened_without_leave', 'misuse', 'environment_not_kept', 'unsuitable_supplies', 'damaged_by_people', 'force_majeure', 'voucher_mismatch',
];

/** A brand's warranty for tablets, towards the consumer and between brand and dealer. */
export const tabletPack: ShippedGuarantee = {
  code: 'brand-tablet', version: 1, effectiveFrom: day('2000-01-01'), province: null, priceBasis: 'invoice', goods: ['tablet'], rates: [],
  name: { zh: '平板电脑三包（品牌）', en: 'A brand\'s warranty for tablets' },
  periods: [
    { id: 'TG-B1', ...from, name: 'exchange', lasts: { months: 3 }, from: invoice },
    { id: 'TG-B1', ...from, name: 'warranty', lasts: { years: 1 }, lastsForMembers: { years: 2 }, from: invoice },
    { id: 'TG-B2', ...from, name: 'dealer', lasts: { months: 12 }, lastsForMembers: { months: 24 }, from: ['pick_up'], plus: 'turnoverMonths', whenAtBrand: true },
  ],
  rows: [
    { id: 'TG-B3', ...from, when: { circumstance: spoiled }, denies: ['repair', 'exchange'] },
    {
      id: 'TG-B4', ...from, when: { defect: ['performance_fault'], inPeriod: 'exchange' },
      gives: [{ remedy: 'exchange', bearer: 'dealer', terms: ['main_unit_only', 'voucher_original', 'invoice_copy', 'at_point_of_sale'] }],
    },
    {
      id: 'TG-B5', ...from, when: { quality: true, outOfPeriod: 'exchange', inPeriod: 'warranty' },
      gives: [{
        remedy: 'exchange', bearer: 'dealer', terms: ['refurbishing_by_dealer'],
        fee: { rule: 'TG-B5', by: { daily: '0.001' }, from: invoice, plusRefurbishing: true },
      }],
    },
    {
      id: 'TG-B6', ...from, when: { inPeriod: 'warranty', repairs: { atLeast: 2 }, is: { usable: false } },
      gives: [{ remedy: 'exchange', bearer: 'dealer', terms: ['same_model', 'main_unit_only', 'at_point_of_sale'] }],
    },
    { id: 'TG-B7', ...from, when: { quality: true, inPeriod: 'warranty' }, gives: [{ remedy: 'repair' }] },
    {
      id: 'TG-B7', ...from, when: { anyOf: [{ outOfPeriod: 'warranty' }, { circumstance: spoiled }] },
      gives: [{ remedy: 'paid_repair', charges: ['materials', 'labour'] }],
    },
    { id: 'TG-B9', ...from, when: { quality: true, inPeriod: 'warranty' }, gives: [{ remedy: 'repair', terms: ['tested_and_recorded'] }] },
    { id: 'TG-B2', ...from, when: { quality: true, inPeriod: 'warranty', anyOf: [{ inPeriod: 'dealer' }] }, gives: [{ right: 'bearing', bearer: 'brand' }] },
    { id: 'TG-B8', ...from, when: { quality: true, inPeriod: 'warranty', outOfPeriod: 'dealer' }, gives: [{ right: 'bearing', bearer: 'dealer' }] },
  ],
};
