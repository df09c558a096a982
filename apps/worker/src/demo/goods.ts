import type { MoreFacts } from '@app/complaints';
import type { Category, Defect } from '@app/guarantees';
import type { Trade } from './shops.js';

/** Something that people complain of, and what the rules give for it. */
export interface Fault {
  readonly category: Category;
  readonly defect: Defect;
  /** In yuan, from and to. */
  readonly price: readonly [number, number];
  /** So many days after the sale at most, for the rules to give it. */
  readonly within: number;
  /** Money or other goods; a repair. */
  readonly gives: 'back' | 'repair';
  readonly says: string;
}

const fault = (category: Category, defect: Defect, gives: Fault['gives'], within: number, price: readonly [number, number], says: string): Fault =>
  ({ category, defect, gives, within, price, says });

/** What goes wrong in each trade. */
export const faults: Readonly<Record<Trade, readonly Fault[]>> = {
  shoes: [
    fault('leather_shoes', 'broken_sole', 'back', 80, [260, 900], '鞋底断裂。'),
    fault('leather_shoes', 'unglued_over_5_cm', 'back', 60, [260, 900], '鞋面与鞋底开胶超过五厘米。'),
    fault('leather_shoes', 'heel_off', 'repair', 80, [260, 900], '鞋跟脱落。'),
    fault('childrens_shoes', 'open_seam', 'repair', 25, [120, 320], '童鞋开线。'),
  ],
  sports: [
    fault('sports_shoes', 'broken_upper', 'back', 50, [300, 1_100], '鞋面断裂。'),
    fault('sports_shoes', 'unglued_to_5_cm', 'repair', 50, [300, 1_100], '鞋头轻微开胶。'),
    fault('sports_shoes', 'sizes_differ', 'back', 5, [300, 1_100], '两只尺码不一。'),
  ],
  suits: [
    fault('suit', 'open_seam', 'repair', 80, [800, 3_600], '上衣开线。'),
    fault('suit', 'broken_zip', 'repair', 80, [800, 3_600], '裤子拉链损坏。'),
    fault('jacket', 'shine', 'repair', 50, [400, 1_500], '面料极光。'),
  ],
  leather: [
    fault('fur', 'hair_loss', 'back', 60, [3_800, 9_800], '皮草掉毛。'),
    fault('sheepskin', 'fading', 'back', 60, [1_800, 5_200], '羊皮衣掉色。'),
    fault('sheepskin', 'broken_zip', 'repair', 60, [1_800, 5_200], '拉链损坏。'),
  ],
  phones: [
    fault('mobile_phone', 'performance_fault', 'back', 6, [1_200, 5_600], '屏幕频繁失灵。'),
    fault('mobile_phone', 'performance_fault', 'repair', 120, [1_200, 5_600], '充电时自动关机。'),
  ],
  appliances: [
    fault('washing_machine', 'performance_fault', 'back', 6, [1_600, 4_200], '洗衣机脱水时异响停机。'),
    fault('refrigerator', 'performance_fault', 'repair', 150, [2_200, 6_800], '冰箱不制冷。'),
    fault('colour_tv', 'performance_fault', 'repair', 150, [1_800, 6_400], '电视无图像。'),
  ],
  beauty: [
    fault('cosmetics', 'spoiled', 'back', 60, [90, 680], '面霜变质有异味。'),
    fault('underwear', 'open_seam', 'back', 30, [80, 320], '首次穿着即开线。'),
  ],
};

/** What the desk tells the rules, having looked at goods and papers. */
export const lookedAt: MoreFacts = {
  circumstances: [], exchanges: [], soldBy: 'counter', part: 'whole', appraised: true, unworn: false, likeModel: true, fraud: false, durable: false, leaseEnded: false,
};
