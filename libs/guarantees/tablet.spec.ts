import { day, money } from '@app/kernel';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';

/** A tablet of 2,000.00, invoiced on 10 January, that fails on day 60; the dealer took it from the brand on 1 January. */
const tablet = factsOf({
  goods: 'tablet', price: money(200_000n, 'CNY'), invoicedOn: day('2026-01-10'), reportedOn: day('2026-03-11'), defect: 'performance_fault', circumstances: [],
  member: false, repairs: [], usable: true, pickedUpOn: day('2026-01-01'), turnoverMonths: 3, reachedBrandOn: day('2026-03-20'),
});
const told = (given: Partial<RemedyFacts>) => inWords(remedyFor([shippedPack('brand-tablet')], { ...tablet, ...given }));
const repair: Repair = {
  receivedOn: day('2026-06-01'), returnedOn: day('2026-06-03'), hours: null, fault: 'performance_fault', part: null, component: null, replaced: false, late: [],
};

const repaired = 'repair, tested_and_recorded (TG-B7, TG-B9)';
const exchanged = 'exchange, by dealer, main_unit_only, voucher_original, invoice_copy, at_point_of_sale (TG-B4)';
const [brandBears, dealerBears] = ['bearing, by brand (TG-B2)', 'bearing, by dealer (TG-B8)'];
const paid = 'paid_repair, paying materials and labour (TG-B7)';
const out = [paid, 'not covered ()'];
const june = { reportedOn: day('2026-06-09') };

const table: [string, string, Partial<RemedyFacts>, string[]][] = [
  ['TG-B1', 'exchange within three months of the invoice, that day included', { reportedOn: day('2026-04-10') }, [repaired, exchanged, brandBears]],
  ['TG-B1', 'no free exchange the day after', { reportedOn: day('2026-04-11') }, [repaired, brandBears, 'refurbishing? (TG-B5)']],
  ['TG-B1', 'warranty a year', { reportedOn: day('2027-01-10'), defect: 'other_fault', refurbishing: money(0n, 'CNY') },
    [repaired, 'exchange, fee 730.00, by dealer, refurbishing_by_dealer (TG-B5)', brandBears]],
  ['TG-B1', 'not a day more', { reportedOn: day('2027-01-11') }, out],
  ['TG-B1', 'members: two years', { reportedOn: day('2028-01-10'), member: true, refurbishing: money(0n, 'CNY') },
    [repaired, 'exchange, fee 1460.00, by dealer, refurbishing_by_dealer (TG-B5)', brandBears]],
  ['TG-B1', 'not a day more for members', { reportedOn: day('2028-01-11'), member: true }, out],
  ['TG-B1', 'whether the consumer is a member is asked for when it matters', { reportedOn: day('2027-01-11'), member: null },
    ['member? (TG-B5, TG-B7, TG-B9, TG-B2)']],
  ['TG-B1', 'the invoice is asked for', { invoicedOn: null, soldOn: day('2026-01-10') }, ['invoicedOn? (TG-B4, TG-B5, TG-B7, TG-B9, TG-B2)']],
  ['TG-B2', 'the brand bears it for a year and the turnover of stock, from the pick-up', { reachedBrandOn: day('2027-04-01') }, [repaired, exchanged, brandBears]],
  ['TG-B2', 'for members two years', { reachedBrandOn: day('2028-04-01'), member: true }, [repaired, exchanged, brandBears]],
  ['TG-B2', 'no longer for members either', { reachedBrandOn: day('2028-04-02'), member: true }, [repaired, exchanged, dealerBears]],
  ['TG-B2', 'the months of turnover are asked for', { turnoverMonths: null }, [repaired, exchanged, 'turnoverMonths? (TG-B2, TG-B8)']],
  ['TG-B2', 'the pick-up is asked for', { pickedUpOn: null }, [repaired, exchanged, 'pickedUpOn? (TG-B2, TG-B8)']],
  ['TG-B2', 'so is the day the unit reached the brand', { reachedBrandOn: null }, [repaired, exchanged, 'reachedBrandOn? (TG-B2, TG-B8)']],
  ['TG-B3', 'a: shell and packaging are not covered', { circumstances: ['shell_or_packaging'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'c: nor what was opened without leave', { circumstances: ['opened_without_leave'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'd: nor what was used against the manual', { circumstances: ['environment_not_kept'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'e: nor misuse', { circumstances: ['misuse'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'e: nor unsuitable supplies', { circumstances: ['unsuitable_supplies'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'f: nor other damage by people', { circumstances: ['damaged_by_people'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'g: nor force majeure', { circumstances: ['force_majeure'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'h: nor a voucher that does not match', { circumstances: ['voucher_mismatch'] }, [paid, brandBears, 'not covered (TG-B3)']],
  ['TG-B3', 'a soiled one is covered', { circumstances: ['soiled'] }, [repaired, exchanged, brandBears]],
  ['TG-B4', 'main unit for main unit, for a performance fault', {}, [repaired, exchanged, brandBears]],
  ['TG-B4', 'not for another fault', { defect: 'other_fault' }, [repaired, brandBears]],
  ['TG-B5', 'who insists on an exchange pays 0.1 % a day and the refurbishing', { ...june, refurbishing: money(8_000n, 'CNY') },
    [repaired, 'exchange, fee 380.00, by dealer, refurbishing_by_dealer (TG-B5)', brandBears]],
  ['TG-B5', 'nobody pays it in the exchange period', { refurbishing: money(8_000n, 'CNY') }, [repaired, exchanged, brandBears]],
  ['TG-B5', 'nor without a fault', { ...june, defect: 'none', refurbishing: money(8_000n, 'CNY') }, ['not covered ()']],
  ['TG-B6', 'two repairs and still not usable: the same model', { ...june, repairs: [repair, repair], usable: false, refurbishing: money(8_000n, 'CNY') },
    [repaired, 'exchange, by dealer, same_model, main_unit_only, at_point_of_sale (TG-B6)', brandBears]],
  ['TG-B6', 'not after one', { ...june, repairs: [repair], usable: false, refurbishing: money(8_000n, 'CNY') },
    [repaired, 'exchange, fee 380.00, by dealer, refurbishing_by_dealer (TG-B5)', brandBears]],
  ['TG-B6', 'not where it is usable', { ...june, repairs: [repair, repair], refurbishing: money(8_000n, 'CNY') },
    [repaired, 'exchange, fee 380.00, by dealer, refurbishing_by_dealer (TG-B5)', brandBears]],
  ['TG-B7', 'nothing is charged in warranty', { defect: 'other_fault' }, [repaired, brandBears]],
  ['TG-B7', 'materials and labour are, out of it', { reportedOn: day('2027-01-11'), defect: 'other_fault' }, out],
  ['TG-B7', 'there is no free repair without fault', { defect: 'none' }, ['not covered ()']],
  ['TG-B8', 'the dealer bears what reaches the brand too late', { reachedBrandOn: day('2027-04-02') }, [repaired, exchanged, dealerBears]],
  ['TG-B8', 'not what comes in time', { reachedBrandOn: day('2027-04-01') }, [repaired, exchanged, brandBears]],
  ['TG-B8', 'nobody bears what is no fault', { defect: 'none', reachedBrandOn: day('2027-04-02') }, ['not covered ()']],
  ['TG-B9', 'the fault is tested and recorded before the repair', { defect: 'other_fault' }, [repaired, brandBears]],
  ['TG-B9', 'an exchange is at the point of sale', {}, [repaired, exchanged, brandBears]],
  ['TG-B9', 'nothing is out of warranty', { reportedOn: day('2027-01-11') }, out],
];

describe('a brand on tablets', () => {
  it.each(table)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected));

  it('TG-B3 takes the exchange after two repairs away too', () => {
    expect(told({ ...june, repairs: [repair, repair], usable: false, circumstances: ['misuse'], defect: 'other_fault' })).toEqual([paid, brandBears, 'not covered (TG-B3)']);
  });
});
