import { day } from '@app/kernel';
import type { Gives, PeriodRow, Row, ShippedGuarantee, When } from './policy.js';
import type { Category, Remedy, Right, Start } from './vocabulary.js';

const fault: When = { quality: true, inPeriod: 'guarantee' };
const back: readonly Gives[] = [{ remedy: 'exchange' }, { remedy: 'refund' }];

const pack = (code: string, zh: string, en: string, goods: readonly Category[], periods: readonly PeriodRow[], rows: readonly Row[]): ShippedGuarantee =>
  ({ code, version: 1, name: { zh, en }, effectiveFrom: day('2000-01-01'), province: null, priceBasis: 'invoice', goods, rates: [], periods, rows });
const lasting = (id: string, source: string, years: number, from: readonly Start[]): PeriodRow =>
  ({ id, source, mark: 'S', name: 'guarantee', lasts: { years }, from });
const row = (id: string, source: string, when: When, gives: readonly Gives[]): Row => ({ id, source, mark: 'S', when, gives });
const free: readonly Remedy[] = ['repair', 'exchange', 'refund'];

const general = pack('general-goods', '一般商品一年保修', 'General goods: one year', ['general_goods'], [lasting('TG-D1', 'S3 six', 1, ['sale', 'invoice'])], [
  {
    id: 'TG-D1', source: 'S3 six', mark: 'S', denies: free,
    when: { circumstance: ['misuse', 'improper_storage', 'damaged_by_people', 'others_repair', 'consumable', 'force_majeure'] },
  },
  row('TG-D1', 'S3 six', fault, [{ remedy: 'repair' }]),
  row('TG-D1', 'S3 six', { quality: true, within: [{ n: 7, unit: 'days' }], is: { voucher: true, unrepairable: true } }, back),
  row('TG-D1', 'S3 six', { outOfPeriod: 'guarantee' }, [{ remedy: 'paid_repair', charges: ['materials', 'labour', 'freight_both_ways'] }]),
  row('TG-D1', 'S3 six', {
    inPeriod: 'guarantee', circumstance: ['misuse', 'improper_storage', 'damaged_by_people', 'others_repair', 'consumable', 'force_majeure'],
  }, [{ remedy: 'paid_repair', charges: ['materials', 'labour'] }]),
]);

const uniform = pack('uniform-tailoring', '制服定制', 'Uniform tailoring', ['uniform'], [lasting('TG-D2', 'S2 ㈠', 2, ['delivery', 'sale'])], [
  row('TG-D2', 'S2 ㈠', fault, [{ remedy: 'exchange', terms: ['without_condition'] }, { remedy: 'refund', terms: ['without_condition'] }]),
  row('TG-D2', 'S2 ㈠', { circumstance: ['damaged_by_people'] }, [{ remedy: 'repair', terms: ['where_possible'] }]),
  row('TG-D2', 'S2 ㈠', {}, [
    { remedy: 'on_site_service', within: { n: 3, unit: 'days', from: 'report' } }, { remedy: 'rework', within: { n: 15, unit: 'working_days', from: 'report' } },
  ]),
  row('TG-D8', 'S2 ㈠', {}, (['sizes_on_file', 'fabric_reserved', 'unchanged_price', 'sealed_sample'] satisfies Right[]).map((right) => ({ right }))),
]);

const plumbing = pack('plumbing-and-wiring', '水电安装', 'Plumbing and wiring work', ['plumbing_work'], [lasting('TG-D3', 'S3 seven', 3, ['acceptance', 'sale'])], [
  { id: 'TG-D3', source: 'S3 seven', mark: 'S', when: { circumstance: ['damaged_by_people'] }, denies: ['repair'] },
  row('TG-D3', 'S3 seven', fault, [{ remedy: 'repair' }]),
  row('TG-D3', 'S3 seven', { circumstance: ['damaged_by_people'] }, [{ remedy: 'paid_repair', charges: ['materials'] }]),
  row('TG-D3', 'S3 seven', {}, [{ remedy: 'on_site_service', within: { n: 24, unit: 'hours', from: 'report' } }]),
]);

const equipment = pack('supplied-equipment', '供货设备', 'Supplied equipment', ['equipment'], [lasting('TG-D4', 'S4 last', 3, ['acceptance'])], [
  row('TG-D4', 'S4 last', fault, [{ remedy: 'repair', bearer: 'supplier' }, { right: 'round_the_clock' }]),
  row('TG-D4', 'S4 last', { ...fault, hoursUnrepairedOver: 8 }, [{ remedy: 'loaner', bearer: 'supplier', terms: ['same_model', 'until_repaired'] }]),
  row('TG-D4', 'S4 last', {}, [
    { right: 'spare_parts', within: { n: 3, unit: 'years', from: 'warranty_end' } }, { right: 'spare_parts_stock', within: { n: 1, unit: 'years', from: 'warranty_end' } },
    { right: 'inspection', within: { n: 6, unit: 'months', from: 'each_time' }, terms: ['report'] },
  ]),
]);

const heater = pack('heaters', '取暖设备', 'Heaters', ['heater'], [lasting('TG-D5', 'S4', 5, ['acceptance'])], [
  row('TG-D5', 'S4', {}, [
    { right: 'phone_contact', within: { n: 30, unit: 'minutes', from: 'report' } }, { remedy: 'on_site_service', within: { n: 3, unit: 'hours', from: 'report' } },
  ]),
  row('TG-D5', 'S4', fault, [{ remedy: 'repair', within: { n: 4, unit: 'hours', from: 'arrival' } }]),
  row('TG-D5', 'S4', { ...fault, hoursUnrepairedOver: 4 }, [{ remedy: 'loaner', terms: ['stand_in'] }]),
  row('TG-D5', 'S4', { quality: true, within: [{ n: 7, unit: 'days', of: ['delivery'] }] }, [{ remedy: 'exchange' }]),
  row('TG-D5', 'S4', { outOfPeriod: 'guarantee' }, [{ remedy: 'paid_repair', charges: ['materials'] }]),
]);

const project = pack('project', '工程项目', 'A project', ['project'], [lasting('TG-D6', 'S3 five', 3, ['acceptance'])], [
  row('TG-D6', 'S3 five', fault, [{ remedy: 'repair', bearer: 'supplier' }, { right: 'loss', bearer: 'supplier' }]),
  row('TG-D6', 'S3 five', { defect: ['not_to_contract'] }, [{ remedy: 'refund', terms: ['without_condition'] }]),
  row('TG-D6', 'S3 five', {}, [{ right: 'work_done', within: { n: 20, unit: 'days', from: 'signing' } }, { right: 'no_subcontracting' }, { right: 'changes_in_writing' }]),
]);

const pledge = pack('seven-and-fifteen-days', '七天无理由退货十五天免费维修', 'Pledge of 7 and 15 days', ['pledged_goods'], [], [
  row('TG-D7', 'S4', { within: [{ n: 7, unit: 'days', of: ['delivery', 'sale'] }] }, [{ remedy: 'refund', terms: ['without_condition'] }]),
  row('TG-D7', 'S4', { quality: true, within: [{ n: 15, unit: 'days', of: ['delivery', 'sale'] }] }, [{ remedy: 'repair' }]),
  row('TG-D7', 'S4', {}, [{ right: 'paid_extension' }]),
]);

/** Five guarantees; how long the term is, the contract says. */
const fiveGuarantees = pack('five-guarantees', '五包', 'Five guarantees', ['guaranteed_equipment'], [
  { id: 'TG-D9', source: 'S4', mark: 'S', name: 'guarantee', lasts: { months: 0 }, from: ['acceptance', 'delivery'], plus: 'contractMonths' },
], [
  row('TG-D9', 'S4', { defect: ['not_to_contract'], within: [{ n: 0, unit: 'days', of: ['delivery'] }] }, [{ remedy: 'refund' }]),
  row('TG-D9', 'S4', fault, [{ remedy: 'repair' }, { remedy: 'exchange' }]),
  row('TG-D9', 'S4', {}, [{ right: 'free_delivery' }, { right: 'free_installation' }, { right: 'price_held' }]),
  row('TG-D9', 'S4', { outOfPeriod: 'guarantee' }, [
    { remedy: 'paid_repair', charges: ['materials'] }, { right: 'flat_contract', within: { n: 1, unit: 'years', from: 'signing' } },
  ]),
]);

/** Further packs of the sources, each with its own parameters. */
export const vendorPacks: readonly ShippedGuarantee[] = [general, uniform, plumbing, equipment, heater, project, pledge, fiveGuarantees];
