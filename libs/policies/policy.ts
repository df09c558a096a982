import { day } from '@app/kernel';
import type { GoodsRow, GoodsRules } from './goods-rules.js';
import type { Mark, ShippedPack } from './pack-kind.js';

type Line = readonly [category: string, zh: string, en: string];

/** What is asked of all goods, after the packs of their own. */
const everywhere: readonly string[] = ['mall-online-orders', 'consumer-law'];
const national: readonly string[] = ['national-three-guarantees', 'zhejiang-three-guarantees', 'consumer-regulation-2024'];

/** The categories that one source speaks of alike. */
const said = (source: string, mark: Mark, packs: readonly string[], lines: readonly Line[]): GoodsRow[] => {
  const alike: Omit<GoodsRow, 'id' | 'category' | 'zh' | 'en'> = { source, mark, packs: [...packs, ...everywhere], priceBasis: 'invoice' };
  return lines.map(([category, zh, en]) => ({ id: category, category, zh, en, ...alike }));
};

const goods: readonly GoodsRow[] = [
  ...said('S2 ㈤', 'S', ['mall-apparel-and-footwear'], [
    ['leather_shoes', '皮鞋', 'leather shoes'],
    ['sports_shoes', '旅游鞋、运动鞋、人造革鞋', 'travel, sports and synthetic-leather shoes'],
    ['cloth_shoes', '布鞋', 'cloth shoes'],
    ['childrens_shoes', '童鞋', 'children\'s shoes'],
    ['other_shoes', '其他鞋', 'other shoes'],
    ['suit', '西服', 'suit'],
    ['fur', '裘皮服装', 'fur garment'],
    ['sheepskin', '羊皮服装', 'sheepskin garment'],
    ['synthetic_leather_garment', '人造革服装', 'synthetic-leather garment'],
    ['jacket', '夹克', 'jacket'],
    ['zhongshan_suit', '中山装', 'Zhongshan suit'],
    ['other_garment', '其他服装', 'other garment'],
    ['film', '胶卷', 'photographic film'],
    ['underwear', '内衣', 'underwear'],
    ['cosmetics', '化妆、洗涤用品', 'cosmetics and detergents'],
    ['groceries', '烟酒、食品', 'tobacco, alcohol and groceries'],
  ]),
  ...said('S3, agreement three', 'S', ['brand-tablet'], [['tablet', '平板电脑', 'tablet']]),
  ...said('S3, agreement four', 'S', ['brand-desktop'], [['desktop_computer', '台式计算机', 'desktop computer']]),
  ...said('S3, six', 'S', ['general-goods'], [['general_goods', '一般商品', 'general goods']]),
  ...said('S2 ㈠', 'S', ['uniform-tailoring'], [['uniform', '定做制服', 'tailored uniform']]),
  ...said('S3, seven', 'S', ['plumbing-and-wiring'], [['plumbing_work', '水电安装', 'plumbing and wiring work']]),
  ...said('S4, last', 'S', ['supplied-equipment'], [['equipment', '供货设备', 'supplied equipment']]),
  ...said('S4', 'S', ['heaters'], [['heater', '采暖设备', 'heater']]),
  ...said('S3, five', 'S', ['project'], [['project', '工程项目', 'project']]),
  ...said('S4', 'S', ['seven-and-fifteen-days'], [['pledged_goods', '承诺商品', 'goods under a pledge']]),
  ...said('S4', 'S', ['five-guarantees'], [['guaranteed_equipment', '五包设备', 'equipment under five guarantees']]),
  ...said('1995 Provisions art. 9, catalogue', 'S', national, [
    ['bicycle', '自行车', 'bicycle'],
    ['colour_tv', '彩色电视机', 'colour television'],
    ['flat_tv', '平板电视机', 'flat television'],
    ['black_and_white_tv', '黑白电视机', 'black-and-white television'],
    ['video_recorder', '录像机', 'video recorder'],
  ]),
  ...said('1995 Provisions, catalogue', '2', national, [
    ['air_conditioner', '空调器', 'air conditioner'],
    ['camcorder', '摄像机', 'camcorder'],
    ['refrigerator', '电冰箱', 'refrigerator'],
    ['washing_machine', '洗衣机', 'washing machine'],
    ['fan', '电风扇', 'fan'],
    ['vacuum_cleaner', '吸尘器', 'vacuum cleaner'],
    ['microwave_oven', '微波炉', 'microwave oven'],
    ['range_hood', '吸排油烟机', 'range hood'],
    ['gas_water_heater', '燃气热水器', 'gas water heater'],
    ['mobile_phone', '移动电话机', 'mobile phone'],
    ['personal_computer', '微型计算机', 'personal computer'],
  ]),
  ...said('SAMR order 43', 'S', ['household-cars'], [['car', '家用汽车', 'household car']]),
  ...said('消费者权益保护法', 'D', [], [['other_goods', '其他商品', 'other goods']]),
];

/** The table that a mall starts with; an overlay says itself in which province it holds, and may prefer the price paid. */
export const shippedGoods: readonly ShippedPack<GoodsRules>[] = [
  { code: 'goods', version: 1, effectiveFrom: day('2000-01-01'), zh: '商场商品类别表', en: 'A mall\'s goods', rules: { goods } },
];
