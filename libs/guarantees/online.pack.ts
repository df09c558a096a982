import { day } from '@app/kernel';
import type { ShippedGuarantee } from './policy.js';

/** The after-sales window of an online order: its length is the source's, the day from which it runs is our working value. */
export const onlinePack: ShippedGuarantee = {
  code: 'mall-online-orders', version: 1, effectiveFrom: day('2000-01-01'), province: null, priceBasis: 'invoice', goods: 'all', rates: [], periods: [],
  name: { zh: '网购订单十五天售后', en: 'Online orders: fifteen days' },
  rows: [{
    id: 'TG-A14', source: 'S2 ㈡', mark: 'W', when: { soldBy: ['distance'], quality: true, within: [{ n: 15, unit: 'days', of: ['delivery'] }] },
    gives: [{ remedy: 'exchange' }, { remedy: 'refund' }],
  }],
};
