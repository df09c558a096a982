import type { Bearer, Category, Channel, Defect, Delay, Part } from '@app/guarantees';

export const categoryWords: Readonly<Record<Category, string>> = {
  leather_shoes: 'Leather shoes (皮鞋), 3 months.', sports_shoes: 'Travel, sports and synthetic-leather shoes (旅游鞋、运动鞋), 2 months.',
  cloth_shoes: 'Cloth shoes (布鞋), 1 month.', childrens_shoes: 'Children\'s shoes (童鞋), 1 month.', other_shoes: 'Other shoes; their period is a parameter.',
  suit: 'Suits (西服).', fur: 'Fur (裘皮).', sheepskin: 'Sheepskin (羊皮).', synthetic_leather_garment: 'Garments of synthetic leather (合成革).', jacket: 'Jackets (茄克衫).',
  zhongshan_suit: 'Zhongshan suits (中山服).', other_garment: 'Other garments; their period is a parameter.', film: 'Photographic film (感光材料).',
  underwear: 'Underwear, bras, women\'s hygiene and the like (内衣).', cosmetics: 'Cosmetics and detergents (化妆、洗涤用品).', groceries: 'Tobacco, alcohol, groceries (烟酒、副食品).',
  tablet: 'Tablets (平板电脑).', desktop_computer: 'Desktop computers (台式电脑).', general_goods: 'General goods with a year\'s guarantee.', uniform: 'Tailored uniforms (制服).',
  plumbing_work: 'Plumbing and wiring work (水电安装).', equipment: 'Supplied equipment.', heater: 'Heaters.', project: 'A project\'s deliveries.',
  pledged_goods: 'Goods sold under the pledge of 7 and 15 days.', guaranteed_equipment: 'Equipment under five guarantees (五包).', bicycle: 'Bicycles (自行车).',
  colour_tv: 'Colour televisions (彩色电视机).', flat_tv: 'Flat televisions (平板电视机).', black_and_white_tv: 'Black-and-white televisions (黑白电视机).',
  video_recorder: 'Video recorders (录像机).', air_conditioner: 'Air conditioners (空调器).', camcorder: 'Camcorders (摄像机).', refrigerator: 'Refrigerators (电冰箱).',
  washing_machine: 'Washing machines (洗衣机).', fan: 'Fans (电风扇).', vacuum_cleaner: 'Vacuum cleaners (吸尘器).', microwave_oven: 'Microwave ovens (微波炉).',
  range_hood: 'Range hoods (吸排油烟机).', gas_water_heater: 'Gas water heaters (燃气热水器).', mobile_phone: 'Mobile telephones (移动电话机).',
  personal_computer: 'Personal computers (微型计算机).', car: 'Household cars (家用汽车).', other_goods: 'Goods that no pack is about.',
};

export const defectWords: Readonly<Record<Defect, string>> = {
  broken_sole: 'A: broken sole (断底).', broken_upper: 'B: broken upper (断帮).', unglued_over_5_cm: 'C: sole unglued over 5 cm (开胶超过5厘米).',
  sizes_differ: 'F: the two shoes differ in size.', same_foot: 'G: two shoes for the same foot (一顺).',
  maker_concealed: 'H: maker\'s name or address concealed, or no certificate of conformity.', counterfeit: 'I: counterfeit (假冒).', heel_off: 'One shoe\'s heel off (掉跟).',
  open_seam: 'A seam open (开线).', paint_loss: 'Loss of paint (掉漆).', unglued_to_5_cm: 'Unglued up to and including 5 cm (开胶).', broken_zip: 'Zip broken (拉锁坏).',
  eyelet_lost: 'Eyelet lost (掉扣眼).', shine: 'Shine (起光).', rotted_hide: 'Rotted hide (皮板糟).', hair_loss: 'Marked loss of hair (掉毛).', fading: 'Fading (褪色).',
  spoiled: 'Spoiled (变质).', expired: 'Expired (过期).', mouldy: 'Mouldy (霉变).', performance_fault: 'A performance fault (性能故障).',
  safety_fault: 'A grave safety fault of a car (严重安全性能故障).', driving_safety_fault: 'Steering or brakes fail, the body cracks, fuel leaks, the battery burns.',
  not_to_contract: 'Not what the contract says.', other_fault: 'Another quality problem.', none: 'No quality problem.', displeases: 'Colour, size or variety does not please.',
};

export const partWords: Readonly<Record<Part, string>> = {
  whole: 'The whole (整机).', main_part: 'A main part (主要部件).', peripheral: 'A peripheral (外设).', switch: 'A switch (交换机).', server: 'A server (服务器).', storage: 'Storage (存储设备).',
  battery: 'The battery of a telephone.', headset: 'The wired headset of a telephone.', charger: 'The charger of a telephone.',
  assembly: 'Engine, gearbox, traction battery or drive motor as a whole (总成).', other_part: 'Another part.',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  counter: 'At a counter of the mall (柜台).', distance: 'By network, television, telephone or mail (远程).', exhibition: 'At an exhibition (展销会).',
};

export const delayWords: Readonly<Record<Delay, string>> = {
  parts_missing: 'The maker supplied no parts.', repairer: 'The repairer\'s own cause.', vin_part_transport: 'Transport of parts made for one vehicle.',
  battery_transport: 'Transport of a traction battery.', rescue: 'Rescue on the road.', other_delay: 'Another delay.',
};

export const bearerWords: Readonly<Record<Bearer, string>> = {
  counter: 'The sales counter (专柜).', seller: 'The seller (销售者).', maker: 'The maker (生产者).', brand: 'The brand.', dealer: 'The dealer.', supplier: 'The supplier of a contract.',
  repairer: 'The repairer (修理者).', landlord: 'The lessor of the counter or the organiser (出租者、举办者).', consumer: 'The consumer.', outlet: 'The outlet.',
};
