import { day, money } from '@app/kernel';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';

/** A computer of 4,000.00, sold on 10 January; its storage fails on day 100. */
const computer = factsOf({
  goods: 'desktop_computer', price: money(400_000n, 'CNY'), soldOn: day('2026-01-10'), reportedOn: day('2026-04-20'), defect: 'performance_fault', circumstances: [],
  part: 'storage', repairs: [], hoursUnrepaired: 2, partReturnedOn: day('2026-04-19'), likeModel: true,
});
const told = (given: Partial<RemedyFacts>) => inWords(remedyFor([shippedPack('brand-desktop')], { ...computer, ...given }));
const repair = (given: Partial<Repair>): Repair => ({
  receivedOn: day('2026-02-01'), returnedOn: day('2026-02-03'), hours: null, fault: 'performance_fault', part: 'main_part', component: null, replaced: false, late: [], ...given,
});
const waiting = (until: string) => [repair({ receivedOn: day('2026-02-01'), returnedOn: day(until), late: [{ by: 'parts_missing', days: 20 }] })];

const repaired = 'repair, in 24 hours of report, with_consent, returned_free';
const [rest, part, onSite] = [`${repaired} (TG-C7)`, 'replace_part (TG-C2)', 'on_site_service, in 2 hours of report (TG-C7)'];
const usual = [rest, part, onSite];
const hardware = 'replace_part, paying hardware (TG-C2)';
const anew = (terms = 'same_model') => [rest, `exchange, ${terms} (TG-C4)`];
const on = (reportedOn: string) => ({ reportedOn: day(reportedOn), partReturnedOn: null });
const asksReturn = 'partReturnedOn? (TG-C5)';
const main = { part: 'main_part', repairs: [repair({}), repair({})] } as const;
const asksPart = 'period? (TG-C2)';

const table: [string, string, Partial<RemedyFacts>, string[]][] = [
  ['TG-C1', 'days 1 to 7: the consumer chooses', { ...on('2026-01-17'), defect: 'other_fault' }, [rest, 'exchange (TG-C1)', 'refund 4000.00 (TG-C1)', part, onSite, asksReturn]],
  ['TG-C1', 'day 8: no refund', on('2026-01-18'), [rest, 'exchange (TG-C1)', part, onSite, asksReturn]],
  ['TG-C1', 'day 15: repair or exchange', on('2026-01-25'), [rest, 'exchange (TG-C1)', part, onSite, asksReturn]],
  ['TG-C1', 'days 8 to 15: for listed performance faults alone', { ...on('2026-01-25'), defect: 'other_fault' }, [...usual, asksReturn]],
  ['TG-C1', 'day 16: no exchange', on('2026-01-26'), [...usual, asksReturn]],
  ['TG-C1', 'nothing without a fault', { ...on('2026-01-17'), defect: 'none' }, [asksReturn]],
  ['TG-C2', 'free on site for five years', on('2031-01-10'), [rest, hardware, onSite, asksReturn]],
  ['TG-C2', 'not a day more', on('2031-01-11'), [asksReturn]],
  ['TG-C2', 'a part of storage: three years', on('2029-01-10'), [...usual, asksReturn]],
  ['TG-C2', 'a switch', { ...on('2029-01-10'), part: 'switch' }, [...usual, asksReturn]],
  ['TG-C2', 'a server', { ...on('2029-01-10'), part: 'server' }, [...usual, asksReturn]],
  ['TG-C2', 'past them only its hardware is charged', on('2029-01-11'), [rest, hardware, onSite, asksReturn]],
  ['TG-C2', 'the warranty of a part that is not listed is a parameter', { part: 'other_part' }, [rest, onSite, asksPart]],
  ['TG-C3', 'a replaced part starts anew', { ...on('2029-02-03'), repairs: [repair({ part: 'storage', replaced: true })] }, [...usual, asksReturn]],
  ['TG-C3', 'not for longer', { ...on('2029-02-04'), repairs: [repair({ part: 'storage', replaced: true })] }, [rest, hardware, onSite, asksReturn]],
  ['TG-C3', 'not one that was only repaired', { ...on('2029-02-03'), repairs: [repair({ part: 'storage' })] }, [rest, hardware, onSite, asksReturn]],
  ['TG-C3', 'not another part than the one replaced', { ...on('2029-02-03'), repairs: [repair({ part: 'switch', replaced: true })] }, [rest, hardware, onSite, asksReturn]],
  ['TG-C4', 'no spare part, and not repaired in 30 days', { repairs: waiting('2026-03-04') }, [...anew(), part, onSite]],
  ['TG-C4', 'not on the 30th day', { repairs: waiting('2026-03-03') }, usual],
  ['TG-C4', 'not where parts were there', { repairs: [repair({ returnedOn: day('2026-03-04') })] }, usual],
  ['TG-C4', 'within a year', { ...on('2027-01-10'), repairs: waiting('2026-03-04') }, [...anew(), part, onSite, asksReturn]],
  ['TG-C4', 'not later', { ...on('2027-01-11'), repairs: waiting('2026-03-04') }, [...usual, asksReturn]],
  ['TG-C4', 'the same main part again after two repairs', main, [...anew(), onSite, asksPart]],
  ['TG-C4', 'a peripheral too', { part: 'peripheral', repairs: [repair({ part: 'peripheral' }), repair({ part: 'peripheral' })] }, [...anew(), onSite, asksPart]],
  ['TG-C4', 'within a year', { ...main, ...on('2027-01-10') }, [...anew(), onSite, asksPart, asksReturn]],
  ['TG-C4', 'not later', { ...main, ...on('2027-01-11') }, [rest, onSite, asksPart, asksReturn]],
  ['TG-C4', 'not after one repair', { ...main, repairs: [repair({})] }, [rest, onSite, asksPart]],
  ['TG-C4', 'not of another part', { ...main, repairs: [repair({}), repair({ part: 'peripheral' })] }, [rest, onSite, asksPart]],
  ['TG-C4', 'not of another part of that kind', { ...main, repairs: [repair({}), repair({ component: 'mainboard' })] }, [rest, onSite, asksPart]],
  ['TG-C4', 'where there is none of the model, one not worse', { ...main, likeModel: false }, [...anew('same_model, not_worse'), onSite, asksPart]],
  ['TG-C5', 'a loaner after 24 hours', { hoursUnrepaired: 25 }, [rest, part, 'loaner, or_substitute_part (TG-C5)', onSite]],
  ['TG-C5', 'not within them', { hoursUnrepaired: 24 }, usual],
  ['TG-C5', 'a loaner where a returned part is not settled in a week', { partReturnedOn: day('2026-04-12') }, [rest, part, 'loaner (TG-C5)', onSite]],
  ['TG-C5', 'not in that week', { partReturnedOn: day('2026-04-13') }, usual],
  ['TG-C6', 'not others\' accessories', { circumstances: ['accessory_of_others'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not damage by people', { circumstances: ['damaged_by_people'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not misuse', { circumstances: ['misuse'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not unpublished software', { circumstances: ['unpublished_software'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not viruses', { circumstances: ['virus'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not force majeure', { circumstances: ['force_majeure'] }, ['not covered (TG-C6)']],
  ['TG-C6', 'not others\' work past the part\'s warranty', { ...on('2029-01-11'), circumstances: ['others_repair'] }, [asksReturn]],
  ['TG-C6', 'others\' work where the part is proven within its own warranty', { circumstances: ['others_repair'] }, usual],
  ['TG-C6', 'past five years where the part is within its own', { ...on('2031-01-11'), repairs: [repair({ returnedOn: day('2030-01-01'), part: 'storage', replaced: true })] }, [...usual, asksReturn]],
  ['TG-C7', 'on site in 2 hours, repaired in 24; to the workshop with consent, and back free', {}, usual],
  ['TG-C7', 'not without a fault', { defect: 'none' }, ['not covered ()']],
];

describe('a brand on desktop computers', () => {
  it.each(table)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected));
  it('TG-C6 takes everything away: all six remedies', () => {
    const all = { ...on('2026-01-16'), hoursUnrepaired: 30, partReturnedOn: day('2026-01-16') };
    expect(told(all).map((line) => line.split(/[ ,]/)[0])).toEqual(['repair', 'exchange', 'refund', 'replace_part', 'loaner', 'on_site_service']);
    expect(told({ ...all, circumstances: ['misuse'] })).toEqual(['not covered (TG-C6)']);
    expect(told({ ...all, circumstances: ['others_repair'], part: 'storage', soldOn: day('2026-01-10'), repairs: [] })).toHaveLength(6);
  });
  it('TG-C6 takes the loaner away after others\' work too', () => {
    expect(told({ ...on('2029-01-11'), circumstances: ['others_repair'], hoursUnrepaired: 30 })).toEqual([asksReturn]);
  });
  it('TG-C1, TG-C2 and TG-C4 count from the invoice, where the sale is not known', () => {
    const from = (reportedOn: string, more: Partial<RemedyFacts> = {}) => told({ ...on(reportedOn), soldOn: null, invoicedOn: day('2026-01-10'), ...more });
    expect(from('2026-01-17')).toContain('refund 4000.00 (TG-C1)');
    expect(from('2026-01-25')).toContain('exchange (TG-C1)');
    expect(from('2029-01-10')).toContain(part);
    expect(from('2031-01-10')).toContain(onSite);
    expect(from('2027-01-10', { repairs: waiting('2026-03-04') })).toContain('exchange, same_model (TG-C4)');
    expect(from('2027-01-10', main)).toContain('exchange, same_model (TG-C4)');
  });
  it('TG-C6 takes everything away when the service is over', () => {
    const old = { ...on('2031-01-11'), soldOn: day('2026-01-10'), repairs: waiting('2026-03-04'), hoursUnrepaired: 30, partReturnedOn: day('2031-01-10') };
    expect(told(old)).toEqual(['not covered (TG-C6)']);
  });
});
