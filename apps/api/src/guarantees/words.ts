import { bearers, channels, charges, circumstances, defects, delays, goodsCategories, parts, remedies, rights, terms, units } from '@app/guarantees';
import { enumType } from '../door/index.js';
import { bearerWords, categoryWords, channelWords, defectWords, delayWords, partWords } from './fact-words.js';
import { chargeWords, circumstanceWords, remedyWords, rightWords, termWords, unitWords } from './decision-words.js';

/** In the order of the room's vocabulary; a word of it without a meaning here does not compile. */
const inOrder = <Word extends string>(words: readonly Word[], meanings: Readonly<Record<Word, string>>) =>
  Object.fromEntries(words.map((word) => [word, meanings[word]])) as Record<Word, string>;

export const CategoryEnum = enumType('GoodsCategory', 'What kind of goods it is. Source: TG-A2, N-START.', inOrder(goodsCategories, categoryWords));
export const DefectEnum = enumType('Defect', 'What is wrong with the goods. Source: TG-A3, TG-A4, TG-A8, TG-A9.', inOrder(defects, defectWords));
export const PartEnum = enumType('Part', 'Which part of the goods. Source: the table of the national rules, TG-C2.', inOrder(parts, partWords));
export const CircumstanceEnum = enumType('Circumstance', 'What was done to the goods or is true of them, and may take a guarantee away. Source: TG-A13, TG-B3, TG-C6.', inOrder(circumstances, circumstanceWords));
export const ChannelEnum = enumType('HowSold', 'How the goods were sold, as the law tells it apart. Source: consumer law arts. 25 and 43.', inOrder(channels, channelWords));
export const DelayEnum = enumType('RepairDelay', 'What a repair was late for. Source: N-90, N-30, car rules art. 24.', inOrder(delays, delayWords));
export const RemedyEnum = enumType('Remedy', 'What a consumer may have (三包处理).', inOrder(remedies, remedyWords));
export const RightEnum = enumType('Right', 'What follows beside a remedy.', inOrder(rights, rightWords));
export const BearerEnum = enumType('Bearer', 'Who bears it.', inOrder(bearers, bearerWords));
export const TermEnum = enumType('RemedyTerm', 'How a remedy is given.', inOrder(terms, termWords));
export const ChargeEnum = enumType('Charge', 'What the consumer pays by a schedule that the rule does not hold.', inOrder(charges, chargeWords));
export const UnitEnum = enumType('DeadlineUnit', 'In what a deadline is counted.', inOrder(units, unitWords));
export const CoveredEnum = enumType('Coverage', 'Whether the rules give the consumer anything.', {
  covered: 'A rule gives a remedy (在三包范围内).', not_covered: 'No rule does (不在三包范围内).', undecided: 'Not yet; facts are asked for (待补充事实).',
});
