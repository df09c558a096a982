import { day, money } from '@app/kernel';
import { rulesAbout } from './compile-pack.js';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { shippedPack } from './shipped-packs.js';

type Given = Partial<RemedyFacts>;

/** Leather shoes of 458.00, sold on 2 March with card and voucher, back on day 12; nothing done to them. */
const shoes = factsOf({
  goods: 'leather_shoes', price: money(45_800n, 'CNY'), soldOn: day('2026-03-02'), reportedOn: day('2026-03-14'),
  card: true, voucher: true, acknowledged: false, circumstances: [], repairs: [],
});
const inMall = (given: Given) => inWords(remedyFor([shippedPack('mall-apparel-and-footwear')], { ...shoes, ...given }))
  .filter((line) => !line.startsWith('first_handler') || given.part === 'whole');
const repair = (fault: Repair['fault']): Repair =>
  ({ receivedOn: day('2026-03-05'), returnedOn: day('2026-03-08'), hours: null, fault, part: null, component: null, replaced: false, late: [] });

const wornAway = (rules: string) => [`exchange, fee 16.49 (${rules})`, `refund 430.52, fee 27.48 (${rules})`];
const free = (rules: string) => [`exchange (${rules})`, `refund 458.00 (${rules})`];
const repaired = ['repair, in 7 days of report by 2026-03-21 (TG-A3)', 'recorded (TG-A3)'];
const agreed = ['agreement (TG-A15)', 'not covered ()'];
const asked = (facts: string) => [facts];
const broken: Given = { defect: 'broken_sole' };
const suit: Given = { goods: 'suit', defect: 'open_seam' };
const displeasing: Given = { goods: 'suit', defect: 'displeases', unworn: true, outOfTown: false, likeModel: true, reportedOn: day('2026-03-05') };

const footwear: [string, string, Given, string[]][] = [
  ['TG-A1', 'footwear is handled first by the counter', { ...broken, part: 'whole' }, [...wornAway('TG-A4 A'), 'first_handler, by counter (TG-A1)']],
  ['TG-A1', 'garments by the seller', { ...suit, part: 'whole' }, ['repair (TG-A8)', 'first_handler, by seller (TG-A1)']],
  ['TG-A1', 'a purchase without card is not covered', { ...broken, card: false }, ['not covered (TG-A1)']],
  ['TG-A1', 'a purchase without card is, if both sides acknowledge it', { ...broken, card: false, acknowledged: true }, wornAway('TG-A4 A')],
  ['TG-A1', 'whether there is a card is asked for', { ...broken, card: null }, asked('card? (TG-A1, TG-A4 A, TG-A15)')],
  ['TG-A12', 'without voucher nothing is done', { ...broken, voucher: false }, ['not covered (TG-A12)']],
  ['TG-A12', 'without voucher it is, if both sides acknowledge the sale', { ...broken, voucher: false, acknowledged: true }, wornAway('TG-A4 A')],
  ['TG-A12', 'whether they acknowledge it is asked for', { ...broken, voucher: false, acknowledged: null }, asked('acknowledged? (TG-A12, TG-A4 A, TG-A15)')],
  ['TG-A2', 'leather shoes: the last day of three months counts', { ...broken, reportedOn: day('2026-06-02') }, ['exchange, fee 126.41 (TG-A4 A)', 'refund 247.32, fee 210.68 (TG-A4 A)']],
  ['TG-A2', 'leather shoes: the day after does not', { ...broken, reportedOn: day('2026-06-03') }, ['not covered (TG-A13.2)']],
  ['TG-A2', 'sports shoes: two months', { ...broken, goods: 'sports_shoes', reportedOn: day('2026-05-02') }, ['exchange, fee 83.81 (TG-A4 A)', 'refund 318.31, fee 139.69 (TG-A4 A)']],
  ['TG-A2', 'sports shoes: no longer', { ...broken, goods: 'sports_shoes', reportedOn: day('2026-05-03') }, ['not covered (TG-A13.2)']],
  ['TG-A2', 'cloth shoes: one month', { ...broken, goods: 'cloth_shoes', reportedOn: day('2026-04-02') }, ['exchange, fee 42.59 (TG-A4 A)', 'refund 387.01, fee 70.99 (TG-A4 A)']],
  ['TG-A2', 'cloth shoes: no longer', { ...broken, goods: 'cloth_shoes', reportedOn: day('2026-04-03') }, ['not covered (TG-A13.2)']],
  ['TG-A2', 'children\'s shoes: one month', { ...broken, goods: 'childrens_shoes', reportedOn: day('2026-04-02') }, ['exchange, fee 42.59 (TG-A4 A)', 'refund 387.01, fee 70.99 (TG-A4 A)']],
  ['TG-A2', 'children\'s shoes: no longer', { ...broken, goods: 'childrens_shoes', reportedOn: day('2026-04-03') }, ['not covered (TG-A13.2)']],
  ['TG-A2', 'shoes without a stated period need a parameter, never a guess', { ...broken, goods: 'other_shoes' }, asked('period? (TG-A13.2, TG-A4 A, TG-A15)')],
  ['TG-A3', 'a heel off is repaired within a week, and recorded', { defect: 'heel_off' }, repaired],
  ['TG-A3', 'an open seam', { defect: 'open_seam' }, repaired],
  ['TG-A3', 'loss of paint', { defect: 'paint_loss' }, repaired],
  ['TG-A3', 'fading', { defect: 'fading' }, repaired],
  ['TG-A3', 'a sole unglued up to 5 cm', { defect: 'unglued_to_5_cm' }, repaired],
  ['TG-A3', 'a broken zip', { defect: 'broken_zip' }, repaired],
  ['TG-A3', 'an eyelet lost', { defect: 'eyelet_lost' }, repaired],
  ['TG-A3', 'no repair for rotted hide', { defect: 'rotted_hide' }, agreed],
  ['TG-A3', 'every kind of shoes', { defect: 'heel_off', goods: 'childrens_shoes' }, repaired],
  ['TG-A4 A', 'a broken sole', broken, wornAway('TG-A4 A')],
  ['TG-A4 B', 'a broken upper', { defect: 'broken_upper' }, wornAway('TG-A4 B')],
  ['TG-A4 C', 'unglued over 5 cm', { defect: 'unglued_over_5_cm' }, wornAway('TG-A4 C')],
  ['TG-A4 D', 'the same problem after one repair', { defect: 'heel_off', repairs: [repair('heel_off')] }, [repaired[0]!, ...wornAway('TG-A4 D'), repaired[1]!]],
  ['TG-A4 D', 'not after the repair of another', { defect: 'heel_off', repairs: [repair('open_seam')] }, repaired],
  ['TG-A4 D', 'repairs that are not known are asked for', { defect: 'heel_off', repairs: null }, [...repaired, 'repairs? (TG-A4 D)']],
  ['TG-A4 E', '210 yuan, day 3', { defect: 'heel_off', price: money(21_000n, 'CNY'), reportedOn: day('2026-03-05') },
    ['repair, in 7 days of report by 2026-03-12 (TG-A3)', 'exchange, fee 1.89 (TG-A4 E)', 'refund 206.85, fee 3.15 (TG-A4 E)', 'recorded (TG-A3)']],
  ['TG-A4 E', 'not day 4', { defect: 'heel_off', price: money(21_000n, 'CNY'), reportedOn: day('2026-03-06') }, ['repair, in 7 days of report by 2026-03-13 (TG-A3)', 'recorded (TG-A3)']],
  ['TG-A4 E', 'not a fen under 210', { defect: 'heel_off', price: money(20_999n, 'CNY'), reportedOn: day('2026-03-05') }, ['repair, in 7 days of report by 2026-03-12 (TG-A3)', 'recorded (TG-A3)']],
  ['TG-A4 F', 'the two shoes differ in size', { defect: 'sizes_differ' }, free('TG-A4 F')],
  ['TG-A4 G', 'two shoes for the same foot', { defect: 'same_foot' }, free('TG-A4 G')],
  ['TG-A4 H', 'the maker is concealed', { defect: 'maker_concealed' }, free('TG-A4 H')],
  ['TG-A5', 'no wear for what wearing did not cause, on the last day even', { defect: 'same_foot', reportedOn: day('2026-06-02') }, free('TG-A4 G')],
  ['TG-A5', 'wear for what may come of wearing', { defect: 'broken_upper' }, wornAway('TG-A4 B')],
  ['TG-A6', '0.3 % a day for an exchange, 0.5 % for a refund', { ...broken, goods: 'sports_shoes' }, wornAway('TG-A4 A')],
  ['TG-A6', 'nothing on the day of sale', { ...broken, reportedOn: day('2026-03-02'), price: money(20_000n, 'CNY') }, ['exchange (TG-A4 A)', 'refund 200.00 (TG-A4 A)']],
  ['TG-A7', 'counterfeit shoes: twice the price in all, then the authority', { defect: 'counterfeit' }, ['exchange (TG-A4 I)', 'refund 916.00 (TG-A7)', 'matter_for_the_authority (TG-A7)']],
  ['TG-A7', 'not for shoes that only conceal their maker', { defect: 'maker_concealed' }, free('TG-A4 H')],
];

const garments: [string, string, Given, string[]][] = [
  ['TG-A2', 'a suit: three months', { ...suit, reportedOn: day('2026-06-02') }, ['repair (TG-A8)']],
  ['TG-A2', 'a suit: no longer', { ...suit, reportedOn: day('2026-06-03') }, ['not covered (TG-A13.2)']],
  ['TG-A2', 'a fur: three months', { goods: 'fur', defect: 'open_seam', reportedOn: day('2026-06-02') }, ['repair (TG-A9)']],
  ['TG-A2', 'sheepskin: three months', { goods: 'sheepskin', defect: 'open_seam', reportedOn: day('2026-06-02') }, ['repair (TG-A9)']],
  ['TG-A2', 'synthetic leather: two months', { goods: 'synthetic_leather_garment', defect: 'open_seam', reportedOn: day('2026-05-02') }, ['repair (TG-A9)']],
  ['TG-A2', 'a jacket: two months', { ...suit, goods: 'jacket', reportedOn: day('2026-05-02') }, ['repair (TG-A8)']],
  ['TG-A2', 'a Zhongshan suit: two months', { ...suit, goods: 'zhongshan_suit', reportedOn: day('2026-05-02') }, ['repair (TG-A8)']],
  ['TG-A2', 'a Zhongshan suit: no longer', { ...suit, goods: 'zhongshan_suit', reportedOn: day('2026-05-03') }, ['not covered (TG-A13.2)']],
  ['TG-A8', 'shine is repaired free', { ...suit, defect: 'shine' }, ['repair (TG-A8)']],
  ['TG-A8', 'a broken zip is', { ...suit, defect: 'broken_zip' }, ['repair (TG-A8)']],
  ['TG-A8', 'hair loss of a suit is not', { ...suit, defect: 'hair_loss' }, agreed],
  ['TG-A8', 'an open seam again after repair: exchange or refund, no wear', { ...suit, repairs: [repair('open_seam')] }, ['repair (TG-A8)', ...free('TG-A8')]],
  ['TG-A8', 'shine again', { ...suit, defect: 'shine', repairs: [repair('shine')] }, ['repair (TG-A8)', ...free('TG-A8')]],
  ['TG-A8', 'a zip again', { ...suit, defect: 'broken_zip', repairs: [repair('broken_zip')] }, ['repair (TG-A8)', ...free('TG-A8')]],
  ['TG-A8', 'another fault after a repair is repaired only', { ...suit, repairs: [repair('shine')] }, ['repair (TG-A8)']],
  ['TG-A9', 'the zip of a fur is repaired free', { goods: 'fur', defect: 'broken_zip' }, ['repair (TG-A9)']],
  ['TG-A9', 'a fur that loses hair: exchange at 0.3 % a day, refund at 0.5 %', { goods: 'fur', defect: 'hair_loss' }, wornAway('TG-A9')],
  ['TG-A9', 'rotted hide', { goods: 'sheepskin', defect: 'rotted_hide' }, wornAway('TG-A9')],
  ['TG-A9', 'fading', { goods: 'synthetic_leather_garment', defect: 'fading' }, wornAway('TG-A9')],
  ['TG-A9', 'not of a jacket', { goods: 'jacket', defect: 'hair_loss' }, agreed],
  ['TG-A10', 'a suit that does not please, unworn, day 3', displeasing, ['exchange (TG-A10)', 'agreement (TG-A11)']],
  ['TG-A10', 'not day 4', { ...displeasing, reportedOn: day('2026-03-06') }, ['agreement (TG-A11)', 'not covered ()']],
  ['TG-A10', 'day 10 for a buyer from out of town', { ...displeasing, outOfTown: true, reportedOn: day('2026-03-12') }, ['exchange (TG-A10)', 'agreement (TG-A11)']],
  ['TG-A10', 'not day 11', { ...displeasing, outOfTown: true, reportedOn: day('2026-03-13') }, ['agreement (TG-A11)', 'not covered ()']],
  ['TG-A10', 'not worn', { ...displeasing, unworn: false }, ['agreement (TG-A11)', 'not covered ()']],
  ['TG-A10', 'a refund where there is no like article', { ...displeasing, likeModel: false }, ['exchange (TG-A10)', 'refund 458.00 (TG-A10)', 'agreement (TG-A11)']],
  ['TG-A10', 'whether there is one is asked for', { ...displeasing, likeModel: null }, ['exchange (TG-A10)', 'agreement (TG-A11)', 'likeModel? (TG-A10)']],
  ['TG-A11', 'shoes without quality problem: by agreement', { defect: 'none' }, ['agreement (TG-A11)', 'not covered ()']],
  ['TG-A11', 'a fault is not left to agreement', broken, wornAway('TG-A4 A')],
  ['TG-A15', 'what is not provided for is agreed by both sides', { defect: 'other_fault' }, agreed],
  ['TG-A15', 'what is provided for is not', broken, wornAway('TG-A4 A')],
];

const everyApparel = ['leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes', 'suit', 'zhongshan_suit', 'jacket', 'fur', 'sheepskin', 'synthetic_leather_garment'] as const;
const allMallGoods = [...everyApparel, 'other_shoes', 'other_garment', 'film', 'underwear', 'cosmetics', 'groceries'] as const;

const exclusions: [string, string, Given, string[]][] = [
  ['TG-A13', 'disposal goods are not covered', { ...broken, circumstances: ['disposal_goods'] }, ['not covered (TG-A13.3)']],
  ['TG-A13', 'nor what people damaged', { ...broken, circumstances: ['damaged_by_people'] }, ['not covered (TG-A13.4)']],
  ['TG-A13', 'or took apart', { ...broken, circumstances: ['taken_apart'] }, ['not covered (TG-A13.4)']],
  ['TG-A13', 'nor goods that do not match their voucher', { ...broken, circumstances: ['voucher_mismatch'] }, ['not covered (TG-A13.5)']],
  ['TG-A13', 'nor a soiled garment', { ...suit, circumstances: ['soiled'] }, ['not covered (TG-A13.7)']],
  ['TG-A13', 'nor one washed out of shape', { ...suit, circumstances: ['washed_out_of_shape'] }, ['not covered (TG-A13.7)']],
  ['TG-A13', 'soiled shoes are', { ...broken, circumstances: ['soiled'] }, wornAway('TG-A4 A')],
  ['TG-A13', 'what was done to the goods is asked for', { defect: 'same_foot', circumstances: null }, asked('circumstances? (TG-A13.3, TG-A13.4, TG-A13.5, TG-A4 G, TG-A15)')],
  ['TG-A13', 'film is not taken back', { goods: 'film', defect: 'displeases' }, ['not covered (TG-A13.6)']],
  ['TG-A13', 'save for a true quality fault', { goods: 'film', defect: 'other_fault' }, free('TG-A13.6')],
  ['TG-A13', 'underwear is not taken back', { goods: 'underwear', defect: 'displeases' }, ['not covered (TG-A13.8)']],
  ['TG-A13', 'save for a true quality fault', { goods: 'underwear', defect: 'open_seam' }, free('TG-A13.8')],
  ['TG-A13', 'cosmetics are not taken back', { goods: 'cosmetics', defect: 'other_fault', appraised: false }, ['not covered (TG-A13.9)']],
  ['TG-A13', 'not spoiled ones without appraisal', { goods: 'cosmetics', defect: 'spoiled', appraised: false }, ['not covered (TG-A13.9)']],
  ['TG-A13', 'save spoilage confirmed by appraisal', { goods: 'cosmetics', defect: 'spoiled', appraised: true }, free('TG-A13.9')],
  ['TG-A13', 'the appraisal is asked for', { goods: 'cosmetics', defect: 'spoiled' }, ['appraised? (TG-A13.9, TG-A15)']],
  ['TG-A13', 'groceries are not taken back', { goods: 'groceries', defect: 'displeases' }, ['not covered (TG-A13.10)']],
  ['TG-A13', 'save expired goods', { goods: 'groceries', defect: 'expired' }, free('TG-A13.10')],
  ['TG-A13', 'and mouldy ones', { goods: 'groceries', defect: 'mouldy' }, free('TG-A13.10')],
];

describe('the mall on footwear', () => {
  it.each(footwear)('%s %s', (_rule, _case, given, told) => expect(inMall(given)).toEqual(told));
});
describe('the mall on garments', () => {
  it.each(garments)('%s %s', (_rule, _case, given, told) => expect(inMall(given)).toEqual(told));
});
describe('what the mall does not take back', () => {
  it.each(exclusions)('%s %s', (_rule, _case, given, told) => expect(inMall(given)).toEqual(told));

  it.each<[string, Given]>([
    ['TG-A1', { card: false }], ['TG-A12', { voucher: false }], ['TG-A13.3', { circumstances: ['disposal_goods'] }],
    ['TG-A13.4', { circumstances: ['taken_apart'] }], ['TG-A13.5', { circumstances: ['voucher_mismatch'] }],
  ])('%s takes the repair away too', (rule, given) => {
    expect(inMall({ defect: 'heel_off', ...given })).toEqual([`not covered (${rule})`, 'recorded (TG-A3)'].toReversed());
  });
  it('TG-A13 leaves neither exchange nor refund of a soiled fur', () => {
    expect(inMall({ goods: 'fur', defect: 'hair_loss', circumstances: ['soiled'] })).toEqual(['not covered (TG-A13.7)']);
  });
  it.each(everyApparel)('TG-A2 counts from the invoice of %s where the day of sale is not known', (goods) => {
    expect(inMall({ goods, defect: 'other_fault', soldOn: null, invoicedOn: day('2026-03-02'), reportedOn: day('2026-06-03') })).toEqual(['not covered (TG-A13.2)']);
  });
  it('TG-A4 E and TG-A10 count from the invoice too', () => {
    const given = { soldOn: null, invoicedOn: day('2026-03-02'), reportedOn: day('2026-03-05') };
    expect(inMall({ ...displeasing, ...given })).toContain('exchange (TG-A10)');
    expect(inMall({ ...displeasing, ...given, outOfTown: true, reportedOn: day('2026-03-12') })).toContain('exchange (TG-A10)');
    expect(inMall({ ...given, defect: 'heel_off' }).join()).toContain('soldOn? (TG-A4 E');
  });
  it.each(everyApparel)('TG-A1 asks for the card of %s', (goods) => {
    expect(inMall({ goods, defect: 'other_fault', card: false })).toContainEqual('not covered (TG-A1)');
  });
  it.each(allMallGoods)('TG-A12 asks for the voucher of %s', (goods) => {
    expect(inMall({ goods, defect: 'none', voucher: false })).toContainEqual(expect.stringMatching(/^not covered \(TG-A12[,)]/));
  });
});

const shoeRules = 'TG-A1 TG-A12 TG-A13.2 TG-A13.3 TG-A13.4 TG-A13.5 TG-A1 TG-A3 TG-A4 A TG-A4 B TG-A4 C TG-A4 D TG-A4 E TG-A4 F TG-A4 G TG-A4 H TG-A4 I TG-A7 TG-A11 TG-A15';
const garmentRules = (...own: string[]) =>
  ['TG-A1 TG-A12 TG-A13.2 TG-A13.3 TG-A13.4 TG-A13.5 TG-A13.7 TG-A1', ...own, 'TG-A10 TG-A10 TG-A11 TG-A15'].join(' ');
const others = (rule: string) => `TG-A12 TG-A13.3 TG-A13.4 TG-A13.5 ${rule} ${rule} TG-A15`;

describe('the mall speaks of', () => {
  it.each<[RemedyFacts['goods'], string]>([
    ...(['leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes'] as const).map((goods): [RemedyFacts['goods'], string] => [goods, `TG-A2 ${shoeRules}`]),
    ['other_shoes', shoeRules],
    ...(['suit', 'zhongshan_suit', 'jacket'] as const).map((goods): [RemedyFacts['goods'], string] => [goods, `TG-A2 ${garmentRules('TG-A8 TG-A8')}`]),
    ...(['fur', 'sheepskin', 'synthetic_leather_garment'] as const).map((goods): [RemedyFacts['goods'], string] => [goods, `TG-A2 ${garmentRules('TG-A9 TG-A9')}`]),
    ['other_garment', garmentRules()],
    ['film', others('TG-A13.6')], ['underwear', others('TG-A13.8')], ['cosmetics', others('TG-A13.9')], ['groceries', others('TG-A13.10')],
    ['car', ''],
  ])('%s by these rules', (goods, rules) => {
    expect(rulesAbout(shippedPack('mall-apparel-and-footwear'), goods).join(' ')).toBe(rules);
  });
});
