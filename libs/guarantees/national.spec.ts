import { day, money } from '@app/kernel';
import { rulesAbout } from './compile-pack.js';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';
import type { Category } from './vocabulary.js';

type Given = Partial<RemedyFacts>;

/** A colour television of 3,000.00, invoiced on 10 January 2026; reported on day 100. */
const television = factsOf({
  goods: 'colour_tv', price: money(300_000n, 'CNY'), soldOn: day('2026-01-10'), invoicedOn: day('2026-01-10'), reportedOn: day('2026-04-20'),
  defect: 'performance_fault', part: 'whole', circumstances: [], repairs: [], exchanges: [], usable: true, likeModel: true,
});
const told = (given: Given) => inWords(remedyFor([shippedPack('national-three-guarantees')], { ...television, ...given }));
const repair = (from: string, to: string | null, given: Partial<Repair> = {}): Repair => ({
  receivedOn: day(from), returnedOn: to === null ? null : day(to), hours: null, fault: 'performance_fault', part: 'whole', component: null, replaced: false, late: [], ...given,
});
const late = (to: string, by: 'parts_missing' | 'repairer') => [repair('2026-01-12', to, { late: [{ by, days: 30 }] })];
const twice = { repairs: [repair('2026-02-01', '2026-02-06'), repair('2026-02-20', '2026-02-25')], usable: false };
const on = (reportedOn: string, more: Given = {}): Given => ({ reportedOn: day(reportedOn), ...more });

const repaired = 'repair, by repairer (N-START)';
const sold = 'repair, by repairer (N-START, N-7, N-15)';
const atOnce = (when: string) => `refund 3000.00, in 0 days of report by ${when}, by seller (N-7)`;
const [exchanged, maker] = ['exchange, by seller (N-2R)', 'recourse, by maker (N-7)'];
const less = (rest: string, fee: string) => `refund ${rest}, fee ${fee}, by seller (N-RETb)`;

const table: [string, string, Given, string[]][] = [
  ['N-7', 'refund at once, exchange or repair on day 7', on('2026-01-17'),
    [sold, 'exchange, by seller, same_model (N-7, N-15)', atOnce('2026-01-17'), maker]],
  ['N-7', 'not on day 8', on('2026-01-18'), ['repair, by repairer (N-START, N-15)', 'exchange, by seller, same_model (N-15)', less('2976.00', '24.00')]],
  ['N-7', 'not for another fault', on('2026-01-17', { defect: 'other_fault' }), [repaired]],
  ['N-7', 'from the invoice, where the sale is not known', on('2026-01-17', { soldOn: null }), [sold, 'exchange, by seller, same_model (N-7, N-15)', atOnce('2026-01-17'), maker]],
  ['N-15', 'exchange of the same model or repair on day 15', on('2026-01-25'), ['repair, by repairer (N-START, N-15)', 'exchange, by seller, same_model (N-15)', less('2955.00', '45.00')]],
  ['N-15', 'from the invoice, where the sale is not known', on('2026-01-25', { soldOn: null }), ['repair, by repairer (N-START, N-15)', 'exchange, by seller, same_model (N-15)', less('2955.00', '45.00')]],
  ['N-15', 'not on day 16', on('2026-01-26'), [repaired]],
  ['N-15', 'not for another fault', on('2026-01-25', { defect: 'other_fault' }), [repaired]],
  ['N-2R', 'repaired twice and not usable: exchange', { ...twice, defect: 'other_fault' }, [repaired, exchanged, less('2730.00', '270.00')]],
  ['N-2R', 'not after one repair', { ...twice, repairs: [twice.repairs[0]!] }, [repaired]],
  ['N-2R', 'not where it is usable', { ...twice, usable: true }, [repaired]],
  ['N-2R', 'not out of the period', on('2027-01-21', twice), ['not covered ()']],
  ['N-2R', 'not while the second repair is not done', { usable: false, repairs: [twice.repairs[0]!, repair('2026-04-19', null)] }, [repaired]],
  ['N-90', 'parts missing for more than 90 days', { repairs: late('2026-04-13', 'parts_missing') }, [repaired, 'exchange, by seller (N-90)', less('2973.00', '27.00'), 'works_thirty_days, by repairer (N-30U)']],
  ['N-90', 'not on the 90th', { repairs: late('2026-04-12', 'parts_missing') }, [repaired, 'works_thirty_days, by repairer (N-30U)']],
  ['N-90', 'a telephone: more than 60', { goods: 'mobile_phone', repairs: late('2026-03-14', 'parts_missing') }, [repaired, 'exchange, by seller (N-90)', less('2415.00', '585.00')]],
  ['N-90', 'a telephone: not on the 60th', { goods: 'mobile_phone', repairs: late('2026-03-13', 'parts_missing') }, [repaired]],
  ['N-90', 'not out of the period', on('2028-04-20', { repairs: late('2026-04-13', 'parts_missing') }), ['not covered ()']],
  ['N-90', 'a telephone: not out of the period', on('2028-04-20', { goods: 'mobile_phone', repairs: late('2026-03-14', 'parts_missing') }), ['not covered ()']],
  ['N-30', 'the repairer took more than 30 days: exchange at its cost', { repairs: late('2026-02-12', 'repairer') }, [repaired, 'exchange, by repairer (N-30)', less('2793.00', '207.00')]],
  ['N-30', 'not on the 30th', { repairs: late('2026-02-11', 'repairer') }, [repaired]],
  ['N-30', 'not where parts were missing', { repairs: late('2026-02-12', 'parts_missing') }, [repaired]],
  ['N-30', 'not out of the period', on('2028-04-20', { repairs: late('2026-02-12', 'repairer') }), ['not covered ()']],
  ['N-RETa', 'no same model: a refund without wear', { ...twice, likeModel: false }, [repaired, exchanged, 'refund 3000.00, by seller (N-RETa)']],
  ['N-RETa', 'after 90 days', { repairs: late('2026-04-13', 'parts_missing'), likeModel: false, defect: 'none' }, ['exchange, by seller (N-90)', 'refund 3000.00, by seller (N-RETa)']],
  ['N-RETa', 'after 30 days', { repairs: late('2026-02-12', 'repairer'), likeModel: false }, [repaired, 'exchange, by repairer (N-30)', 'refund 3000.00, by seller (N-RETa)']],
  ['N-RETa', 'on day 15', on('2026-01-25', { likeModel: false }), ['repair, by repairer (N-START, N-15)', 'exchange, by seller, same_model (N-15)', 'refund 3000.00, by seller (N-RETa)']],
  ['N-RETa', 'not where no exchange is due', { likeModel: false }, [repaired]],
  ['N-RETb', 'the model is there: a refund less wear, the days in repair not counted', twice, [repaired, exchanged, less('2730.00', '270.00')]],
  ['N-RETb', 'from the sale, where there is no invoice', { ...twice, invoicedOn: null }, [repaired, exchanged, less('2730.00', '270.00')]],
  ['N-RETb', 'from the invoice, where it differs', { ...twice, soldOn: day('2026-01-01') }, [repaired, exchanged, less('2730.00', '270.00')]],
  ['N-RETb', 'not where no exchange is due', {}, [repaired]],
  ['N-RETb', 'whether it is there is asked for', { ...twice, likeModel: null }, [repaired, exchanged, 'likeModel? (N-RETa, N-RETb)']],
  ['N-START', 'the period starts at the invoice', on('2027-01-10', { soldOn: day('2025-12-01') }), [repaired]],
  ['N-START', 'not at the sale', on('2027-01-11', { soldOn: day('2026-02-01') }), ['not covered ()']],
  ['N-START', 'at the sale, where there is no invoice', on('2027-01-10', { invoicedOn: null }), [repaired]],
  ['N-START', 'time in repair extends it', on('2027-01-20', twice), [repaired, exchanged, less('1905.00', '1095.00')]],
  ['N-START', 'nothing without a fault', on('2026-01-17', { defect: 'none' }), ['not covered ()']],
  ['N-START', 'repairs are asked for when they could extend it', on('2027-01-20', { repairs: null }), ['repairs? (N-START, N-90, N-30, N-RETb, N-30U)']],
  ['N-RESET', 'an exchange starts it anew', on('2027-03-01', { exchanges: [day('2026-03-01')] }), [repaired]],
  ['N-RESET', 'not for longer', on('2027-03-02', { exchanges: [day('2026-03-01')] }), ['not covered ()']],
  ['N-30U', 'what was repaired must work for 30 days', { repairs: [repair('2026-03-01', '2026-03-21')] }, [repaired, 'works_thirty_days, by repairer (N-30U)']],
  ['N-30U', 'no longer', { repairs: [repair('2026-03-01', '2026-03-20')] }, [repaired]],
  ['N-30U', 'not where nothing was repaired, or nothing is wrong', { repairs: [repair('2026-03-01', '2026-03-21')], defect: 'none' }, ['not covered ()']],
];

describe('the national three guarantees', () => {
  it.each(table)('%s %s', (_rule, _case, given, expected) => expect(told(given)).toEqual(expected));
  it.each(['misuse', 'improper_storage', 'damaged_by_people', 'others_repair', 'taken_apart', 'voucher_mismatch', 'force_majeure'] as const)('take nothing back after %s', (one) => {
    expect(told(on('2026-01-17', { circumstances: [one] }))).toEqual([maker, 'not covered (N-17)']);
  });
});

const years = (n: number) => `${2026 + n}-01-10`;
const products: [Category, RemedyFacts['part'], string, string][] = [
  ...(['whole', 'main_part'] as const).flatMap((part): [Category, RemedyFacts['part'], string, string][] => {
    const main = part === 'main_part';
    return [
      ['bicycle', part, years(main ? 2 : 1), '0.0005'], ['colour_tv', part, years(main ? 3 : 1), '0.001'], ['flat_tv', part, years(main ? 3 : 1), '0.001'],
      ['black_and_white_tv', part, years(main ? 3 : 1), '0.0005'], ['video_recorder', part, years(1), '0.001'], ['air_conditioner', part, years(main ? 3 : 1), '0.001'],
      ['camcorder', part, years(1), '0.001'], ['refrigerator', part, years(main ? 3 : 1), '0.0005'], ['washing_machine', part, years(main ? 3 : 1), '0.0005'],
      ['fan', part, years(main ? 3 : 1), '0.0005'], ['vacuum_cleaner', part, years(main ? 3 : 1), '0.0005'], ['microwave_oven', part, years(main ? 2 : 1), '0.0005'],
      ['range_hood', part, years(1), '0.0005'], ['gas_water_heater', part, years(1), '0.0005'], ['mobile_phone', part, years(1), '0.005'],
      ['personal_computer', part, years(main ? 2 : 1), '0.0025'],
    ];
  }),
  ['mobile_phone', 'battery', '2026-07-10', '0.005'], ['mobile_phone', 'headset', '2026-04-10', '0.005'], ['mobile_phone', 'charger', years(1), '0.005'],
];
const packs = ['national-three-guarantees', 'zhejiang-three-guarantees', 'consumer-regulation-2024'] as const;
const start = { national: 'N-START', zhejiang: 'ZJ-5', consumer: 'REG-PERIOD' } as const;

describe('the table of products', () => {
  it.each(products)('N-START %s, %s: until %s', (goods, part, last) => {
    for (const pack of packs) {
      const on = (reportedOn: string, more: Given) => inWords(remedyFor([shippedPack(pack)], { ...television, goods, part, reportedOn: day(reportedOn), ...more })).join();
      const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
      const rule = start[pack.split('-')[0] as keyof typeof start];
      for (const more of [{}, { invoicedOn: null }, { soldOn: null }]) {
        expect(on(last, more)).toContain(`(${rule})`);
        expect(on(after, more)).not.toContain(`(${rule})`);
      }
      const mended = { repairs: [repair('2026-01-20', '2026-01-21', { part: null })] };
      expect(on(after, mended)).toContain(`(${rule})`);
      expect(on(after, { exchanges: [day('2026-01-11')] })).toContain(`(${rule})`);
      const replaced = { repairs: [repair('2026-01-20', '2026-01-22', { part, replaced: true })] };
      const later = new Date(Date.parse(last) + 5 * 86_400_000).toISOString().slice(0, 10);
      expect(on(later, replaced).includes(`(${rule})`)).toBe(pack !== 'national-three-guarantees');
    }
  });

  it.each(products)('N-RETb %s, %s: wear until %s at %s a day', (goods, part, _last, rate) => {
    const { options } = remedyFor([shippedPack('national-three-guarantees')], { ...television, goods, part, ...twice, reportedOn: day('2026-03-01') });
    expect(options.find(({ remedy }) => remedy === 'refund')!.lines[1]).toMatchObject({ rule: 'N-RETb', formula: `3000.00 × ${rate} × (50 − 10)` });
  });

  it.each(packs)('N-START a flat television starts when it is installed, by %s', (pack) => {
    const rule = start[pack.split('-')[0] as keyof typeof start];
    const flat: Given = { goods: 'flat_tv', reportedOn: day('2027-02-10'), installedOn: day('2026-02-10'), deliveredOn: day('2026-01-20') };
    for (const part of ['whole', 'main_part'] as const) {
      const when = (more: Given) => {
        const facts = { ...television, ...flat, part, ...more };
        const reportedOn = part === 'whole' ? facts.reportedOn : day(facts.reportedOn.replace('2027', '2029'));
        return inWords(remedyFor([shippedPack(pack)], { ...facts, reportedOn })).join();
      };
      expect(when({})).toContain(`(${rule})`);
      expect(when({ installedOn: null })).not.toContain(`(${rule})`);
      expect(when({ installedOn: null, reportedOn: day('2027-01-20') })).toContain(`(${rule})`);
    }
  });

  it.each(packs)('N-START a telephone without invoice: 90 days after it was made, by %s', (pack) => {
    const rule = start[pack.split('-')[0] as keyof typeof start];
    const lost: Given = { goods: 'mobile_phone', invoicedOn: null, soldOn: null, madeOn: day('2026-01-01') };
    const ends = [['whole', '2027-04-01'], ['battery', '2026-10-01'], ['headset', '2026-07-01'], ['charger', '2027-04-01']] as const;
    for (const [part, last] of ends) {
      const when = (reportedOn: string) => inWords(remedyFor([shippedPack(pack)], { ...television, ...lost, part, reportedOn: day(reportedOn) })).join();
      expect(when(last)).toContain(`(${rule})`);
      expect(when(`${last.slice(0, -1)}2`)).not.toContain(`(${rule})`);
    }
  });

  it('asks which part of a telephone it is when that matters', () => {
    expect(told({ goods: 'mobile_phone', part: null })).toEqual(expect.arrayContaining([expect.stringContaining('part? (N-START')]));
    expect(told({ goods: 'colour_tv', part: null })).toEqual([repaired]);
  });

  it.each(products)('knows %s, %s, by all its rules', (goods) => {
    const lengths = goods === 'mobile_phone' ? 3 : ['range_hood', 'gas_water_heater', 'video_recorder', 'camcorder'].includes(goods) ? 1 : 2;
    expect(rulesAbout(shippedPack('national-three-guarantees'), goods).slice(lengths).join(' '))
      .toBe('N-RETb N-17 N-START N-7 N-15 N-2R N-90 N-30 N-RETa N-RETb N-30U');
    expect(rulesAbout(shippedPack('zhejiang-three-guarantees'), goods).slice(lengths).join(' ')).toBe('ZJ-5 ZJ-5 ZJ-35 ZJ-RET');
    expect(rulesAbout(shippedPack('consumer-regulation-2024'), goods).slice(lengths).join(' ')).toBe('REG-PAID REG-PERIOD');
  });
});
