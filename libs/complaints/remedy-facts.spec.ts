import { day } from '@app/kernel';
import type { Complaint } from './complaint.sql.js';
import { remedyFacts } from './remedy-facts.js';
import type { RepairRecord } from './repair.sql.js';

const complaint = {
  category: 'leather_shoes', priceMinor: 45_800n, currency: 'CNY', soldOn: day('2026-03-01'), returnedOn: null, receivedOn: day('2026-03-05'), defect: 'open_seam', hasVoucher: true,
  channel: 'counter',
} as Complaint;
const repair = { receivedOn: day('2026-03-02'), returnedOn: day('2026-03-04'), fault: 'open_seam', part: null, replaced: false } as RepairRecord;

describe('The facts of a complaint', () => {
  it('are its own, with the repairs on record, reported when it was received unless the goods came back', () => {
    expect(remedyFacts(complaint, {}, [repair])).toMatchObject({
      goods: 'leather_shoes', price: { minor: 45_800n, currency: 'CNY' }, reportedOn: '2026-03-05', voucher: true, card: true, unworn: null,
      repairs: [{ receivedOn: '2026-03-02', returnedOn: '2026-03-04', fault: 'open_seam', hours: null }],
    });
    expect(remedyFacts({ ...complaint, returnedOn: day('2026-03-04') }, {}, []).reportedOn).toBe('2026-03-04');
  });

  it('are added to by what is told besides, and what is not told stays unknown', () => {
    expect(remedyFacts(complaint, { card: false, unworn: null, outOfTown: true }, [])).toMatchObject({ voucher: true, card: false, unworn: null, outOfTown: true });
  });

  it('without goods or price are asked for', () => {
    expect(() => remedyFacts({ ...complaint, priceMinor: null }, {}, [])).toThrow(expect.objectContaining({ code: 'FACTS_MISSING', details: { facts: 'price, returnedOn' } }) as Error);
  });
});
