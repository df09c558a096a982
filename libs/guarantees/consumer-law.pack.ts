import { day } from '@app/kernel';
import type { ShippedGuarantee } from './policy.js';

const art = (n: number) => ({ id: `CL-${n}`, source: `消费者权益保护法 art. ${n}`, mark: 'S' } as const);

/** What the consumer law gives whatever else is agreed. */
export const consumerLawPack: ShippedGuarantee = {
  code: 'consumer-law', version: 1, effectiveFrom: day('2014-03-15'), province: null, priceBasis: 'invoice', goods: 'all', rates: [], periods: [],
  name: { zh: '消费者权益保护法', en: 'Consumer law' },
  rows: [
    {
      ...art(23), when: { quality: true, is: { durable: true }, within: [{ n: 6, unit: 'months', of: ['delivery', 'sale'] }] },
      gives: [{ right: 'burden_of_proof', bearer: 'seller' }],
    },
    {
      ...art(24), when: { unruled: true, quality: true, within: [{ n: 7, unit: 'days', of: ['delivery', 'sale'] }] },
      gives: [{ remedy: 'refund', bearer: 'seller' }, { right: 'free_delivery', bearer: 'seller' }],
    },
    {
      ...art(25), gives: [{ remedy: 'refund', terms: ['without_condition'], within: { n: 7, unit: 'days', from: 'goods_back' } }],
      when: {
        soldBy: ['distance'], within: [{ n: 7, unit: 'days', of: ['delivery'] }], is: { unworn: true },
        noCircumstance: ['made_to_order', 'perishable', 'unsealed_media', 'periodical'],
      },
    },
    { ...art(40), when: { quality: true }, gives: [{ right: 'recourse', bearer: 'maker' }] },
    { ...art(43), when: { soldBy: ['counter', 'exhibition'], is: { leaseEnded: true } }, gives: [{ right: 'claim_on_landlord', bearer: 'landlord' }] },
    { ...art(55), when: { is: { fraud: true } }, gives: [{ remedy: 'refund', bearer: 'seller', more: { times: 3, atLeast: '500.00' } }] },
  ],
};
