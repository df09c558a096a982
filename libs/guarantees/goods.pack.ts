import { nationalGoods } from './national-products.pack.js';
import type { Category } from './vocabulary.js';

const everywhere: readonly string[] = ['mall-online-orders', 'consumer-law'];
const national: readonly string[] = ['national-three-guarantees', 'zhejiang-three-guarantees', 'consumer-regulation-2024'];
const mall: readonly Category[] = [
  'leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes', 'other_shoes', 'suit', 'fur', 'sheepskin', 'synthetic_leather_garment', 'jacket',
  'zhongshan_suit', 'other_garment', 'film', 'underwear', 'cosmetics', 'groceries',
];

const under = (goods: readonly Category[], packs: readonly string[]): Partial<Record<Category, readonly string[]>> =>
  Object.fromEntries(goods.map((one) => [one, [...packs, ...everywhere]]));

/** Which packs apply to which goods, in the order in which they are read. */
export const goodsPacks = {
  ...under(mall, ['mall-apparel-and-footwear']),
  ...under(['tablet'], ['brand-tablet']),
  ...under(['desktop_computer'], ['brand-desktop']),
  ...under(['general_goods'], ['general-goods']),
  ...under(['uniform'], ['uniform-tailoring']),
  ...under(['plumbing_work'], ['plumbing-and-wiring']),
  ...under(['equipment'], ['supplied-equipment']),
  ...under(['heater'], ['heaters']),
  ...under(['project'], ['project']),
  ...under(['pledged_goods'], ['seven-and-fifteen-days']),
  ...under(['guaranteed_equipment'], ['five-guarantees']),
  ...under(nationalGoods, national),
  ...under(['car'], ['household-cars']),
  ...under(['other_goods'], []),
} as Readonly<Record<Category, readonly string[]>>;
