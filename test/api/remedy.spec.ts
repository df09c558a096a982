import { cny, Mall } from '../support/mall.js';

let mall: Mall;
beforeAll(async () => {
  mall = await Mall.open();
});
afterAll(() => mall.api.close());

const question = `query($facts: RemedyFactsInput!) { assessRemedy(facts: $facts) {
  covered because packs { code version } missing { fact rules } considered { rule condition wanted found } conflicts { remedy better { rules } other { rules says } }
  options { remedy rules fee { amount } refund { amount } lines { rule amount formula } within { n unit dueOn } } rights { right bearer rules }
} }`;
const shoes = {
  goods: 'LEATHER_SHOES', price: cny('458.00'), soldOn: '2026-01-02', reportedOn: '2026-01-14', defect: 'BROKEN_SOLE', card: true, voucher: true, circumstances: [], repairs: [],
};

describe('What the rules give, asked through the API', () => {
  it('TG-A6 comes with its money, its lines and what did not apply', async () => {
    const { assessRemedy: told } = await (await mall.as('COMPLAINT_DESK')).ask(question, { facts: shoes });
    expect(told).toMatchObject({ covered: 'COVERED', because: ['TG-A4 A'], packs: [{ code: 'mall-apparel-and-footwear', version: 1 }, { code: 'mall-online-orders' }, { code: 'consumer-law' }] });
    expect(told.options).toMatchObject([
      { remedy: 'EXCHANGE', fee: { amount: '16.49' }, refund: null },
      { remedy: 'REFUND', fee: { amount: '27.48' }, refund: { amount: '430.52' }, lines: [{ amount: '458.00' }, { rule: 'TG-A6', formula: '458.00 × 0.005 × 12' }, { amount: '430.52' }] },
    ]);
    expect(told.considered).toContainEqual({ rule: 'TG-A4 E', condition: 'within', wanted: '3 days', found: 'day 12' });
    expect(told.missing).toContainEqual({ fact: 'fraud', rules: ['CL-55'] });
    expect(told.rights).toContainEqual({ right: 'FIRST_HANDLER', bearer: 'COUNTER', rules: ['TG-A1'] });
  });

  it('TG-A13 is told where it takes everything away, and what is not known is asked for', async () => {
    const desk = await mall.as('COMPLAINT_DESK');
    const { assessRemedy: none } = await desk.ask(question, { facts: { ...shoes, circumstances: ['DISPOSAL_GOODS'], soldBy: 'COUNTER', fraud: false } });
    expect(none).toMatchObject({ covered: 'NOT_COVERED', because: ['TG-A13.3'], options: [] });
    const { assessRemedy: open } = await desk.ask(question, { facts: { goods: 'CAR', price: cny('100000.00') } });
    expect(open.covered).toBe('UNDECIDED');
    expect(open.missing).toContainEqual({ fact: 'deliveredOn', rules: expect.arrayContaining(['CAR-18']) });
  });
});
