/** What the desk asks before it decides: everything that the rules say of a case. */
const ASSESS = `query Assess($facts: RemedyFactsInput!) { assessRemedy(facts: $facts) {
  covered because packs { id code version } missing { fact rules } considered { rule condition wanted found } conflicts { remedy better { rules } other { rules says } }
  options { remedy rules fee { amount } refund { amount } lines { rule amount formula } within { n unit dueOn } } rights { right bearer rules }
} }`;

/** The cheapest read by an id that there is. */
const MEMBER = 'query Member($id: ID!) { member(id: $id) { id name } }';

const goods = ['LEATHER_SHOES', 'SUIT', 'UNDERWEAR', 'TABLET', 'DESKTOP_COMPUTER', 'GENERAL_GOODS', 'HEATER', 'COLOUR_TV', 'MOBILE_PHONE', 'REFRIGERATOR', 'CAR', 'OTHER_GOODS'];
const cny = (amount) => ({ amount, currency: 'CNY' });
const on = '2026-03-05';

/** A case of each of these goods, of which nearly all is known. */
export const assessments = goods.map((category) => JSON.stringify({
  query: ASSESS, variables: {
    facts: {
      goods: category, price: cny('458.00'), paid: cny('430.00'), province: 'CN-ZJ', soldOn: on, invoicedOn: on, deliveredOn: on, acceptedOn: on, reportedOn: '2026-05-14',
      defect: 'PERFORMANCE_FAULT', part: 'MAIN_PART', circumstances: [], soldBy: 'COUNTER', km: 2_000, card: true, voucher: true, member: false, usable: false, likeModel: true,
      fraud: false, exchanges: [], makersRate: '0.004', hoursUnrepaired: 3,
      repairs: [{ receivedOn: '2026-04-01', returnedOn: '2026-04-03', fault: 'PERFORMANCE_FAULT', part: 'MAIN_PART', replaced: true }],
    },
  },
}));

/** @param {string[]} ids as the API shows them */
export const readsOfMembers = (ids) => ids.map((id) => JSON.stringify({ query: MEMBER, variables: { id } }));
