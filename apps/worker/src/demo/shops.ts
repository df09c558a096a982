/** What a kind of shop sells, by the faults that people complain of. */
export type Trade = 'shoes' | 'sports' | 'suits' | 'leather' | 'phones' | 'appliances' | 'beauty';

export interface DemoShop {
  /** Hall, floor and counter, as the operator numbers them. */
  readonly code: string;
  readonly name: string;
  readonly trade: Trade;
  /** The level of its guarantee fund, in yuan. */
  readonly required: number;
  /** How well it answers: of ten complaints so many are left lying. */
  readonly slow: number;
  /** How many complaints it draws, against the others. */
  readonly share: number;
  /** How much of the level it paid in at the beginning, in percent. */
  readonly paid: number;
}

const trades: Readonly<Record<Trade, { readonly hall: string; readonly required: number; readonly names: string }>> = {
  shoes: { hall: 'A1', required: 10_000, names: '锦程皮鞋 云履鞋坊 鹿鸣鞋业 步青云皮鞋 老城手工鞋 童悦童鞋 丽足女鞋 行远休闲鞋' },
  sports: { hall: 'A2', required: 10_000, names: '北麓户外 追风运动 跃界球鞋 恒动体育 溪山徒步 飞渡球鞋' },
  suits: { hall: 'B2', required: 15_000, names: '雅衡西服 正则正装 青禾女装 朴素男装 织云时装 南屏夹克' },
  leather: { hall: 'B3', required: 20_000, names: '漠北皮草 雁归皮衣 暖羊世家 金缕皮具' },
  phones: { hall: 'C1', required: 30_000, names: '恒光数码 星图手机 迅联通讯 微澜数码' },
  appliances: { hall: 'C4', required: 40_000, names: '兴和家电 万家冰洗 清源电器 暖冬热水器 视界彩电' },
  beauty: { hall: 'D1', required: 8_000, names: '玉颜美妆 花间集化妆品 若水护肤 贝壳亲肤内衣 禾苗母婴 晨露香氛' },
};

// By turns: most are well kept, one in four lets things lie, one in eight draws most of the trouble.
const manners = [
  { slow: 1, share: 4, paid: 100 }, { slow: 1, share: 6, paid: 100 }, { slow: 3, share: 8, paid: 100 }, { slow: 1, share: 3, paid: 100 },
  { slow: 2, share: 6, paid: 60 }, { slow: 1, share: 5, paid: 100 }, { slow: 6, share: 18, paid: 40 }, { slow: 0, share: 2, paid: 100 },
];

/** The shops of the demonstration; the trades take turns, so that the first few are a small mall already. */
export const shops: readonly DemoShop[] = (() => {
  const rows = Object.entries(trades).map(([trade, { hall, required, names }]) =>
    names.split(' ').map((name, i) => ({ trade: trade as Trade, name, required, code: `${hall}-${String(i + 1).padStart(2, '0')}` })));
  const longest = Math.max(...rows.map((row) => row.length));
  const byTurns = Array.from({ length: longest }, (_, i) => rows.flatMap((row) => row[i] ?? [])).flat();
  return byTurns.map((shop, i) => ({ ...shop, ...manners[(i * 3) % manners.length]! }));
})();

/** Who has just moved in and signed nothing yet: the last to come. */
export const newcomer = { code: 'A2-07', name: '拾光帆布鞋' } as const;
