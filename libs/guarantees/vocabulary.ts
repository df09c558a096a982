/** What kind of goods a pack may speak of; a table says which packs apply to each. */
export const goodsCategories = [
  'leather_shoes', 'sports_shoes', 'cloth_shoes', 'childrens_shoes', 'other_shoes',
  'suit', 'fur', 'sheepskin', 'synthetic_leather_garment', 'jacket', 'zhongshan_suit', 'other_garment',
  'film', 'underwear', 'cosmetics', 'groceries',
  'tablet', 'desktop_computer', 'general_goods', 'uniform', 'plumbing_work', 'equipment', 'heater', 'project', 'pledged_goods', 'guaranteed_equipment',
  'bicycle', 'colour_tv', 'flat_tv', 'black_and_white_tv', 'video_recorder', 'air_conditioner', 'camcorder', 'refrigerator', 'washing_machine',
  'fan', 'vacuum_cleaner', 'microwave_oven', 'range_hood', 'gas_water_heater', 'mobile_phone', 'personal_computer',
  'car', 'other_goods',
] as const;
export type Category = (typeof goodsCategories)[number];

/** What is wrong with the goods; `none` and `displeases` are no quality problems. */
export const defects = [
  'broken_sole', 'broken_upper', 'unglued_over_5_cm', 'sizes_differ', 'same_foot', 'maker_concealed', 'counterfeit',
  'heel_off', 'open_seam', 'paint_loss', 'unglued_to_5_cm', 'broken_zip', 'eyelet_lost', 'shine', 'rotted_hide', 'hair_loss', 'fading',
  'spoiled', 'expired', 'mouldy', 'performance_fault', 'safety_fault', 'driving_safety_fault', 'not_to_contract', 'other_fault', 'none', 'displeases',
] as const;
export type Defect = (typeof defects)[number];

/** Which part failed, or was repaired; `assembly` is a whole engine, gearbox, battery or drive motor of a car. */
export const parts = [
  'whole', 'main_part', 'peripheral', 'switch', 'server', 'storage', 'battery', 'headset', 'charger', 'assembly', 'other_part',
] as const;
export type Part = (typeof parts)[number];

/** What was done to the goods or is true of them, and may take a guarantee away. */
export const circumstances = [
  'disposal_goods', 'damaged_by_people', 'taken_apart', 'voucher_mismatch', 'soiled', 'washed_out_of_shape', 'shell_or_packaging', 'opened_without_leave',
  'environment_not_kept', 'misuse', 'unsuitable_supplies', 'force_majeure', 'accessory_of_others', 'others_repair', 'unpublished_software', 'virus',
  'improper_storage', 'consumable', 'made_to_order', 'perishable', 'unsealed_media', 'periodical',
] as const;
export type Circumstance = (typeof circumstances)[number];

export const channels = ['counter', 'distance', 'exhibition'] as const;
export type Channel = (typeof channels)[number];

/** What time is lost by while goods are being repaired. */
export const delays = ['parts_missing', 'repairer', 'vin_part_transport', 'battery_transport', 'rescue', 'other_delay'] as const;
export type Delay = (typeof delays)[number];

/** Days from which something may run; a list of them means the first that is known. */
export const starts = ['sale', 'invoice', 'delivery', 'acceptance', 'installation', 'pick_up', 'part_return', 'last_repair', 'report'] as const;
export type Start = (typeof starts)[number];

/** What is true, false or not known of the goods, the sale and the consumer. */
export const flags = [
  'voucher', 'card', 'acknowledged', 'unworn', 'outOfTown', 'likeModel', 'member', 'usable', 'unrepairable', 'appraised', 'fraud', 'leaseEnded',
  'durable',
] as const;
export type Flag = (typeof flags)[number];

/** What a consumer may have. `agreement`: the two sides agree, and the system only records it. */
export const remedies = [
  'repair', 'exchange', 'refund', 'replace_part', 'return_parts', 'loaner', 'travel_compensation', 'rework', 'on_site_service', 'paid_repair', 'agreement',
] as const;
export type Remedy = (typeof remedies)[number];

/** What follows beside a remedy: a duty of the trade, who bears it, or a claim on somebody else. */
export const rights = [
  'first_handler', 'recorded', 'matter_for_the_authority', 'bearing', 'recourse', 'burden_of_proof', 'claim_on_landlord', 'works_thirty_days',
  'spare_parts', 'spare_parts_stock', 'inspection', 'loss', 'no_subcontracting', 'changes_in_writing', 'work_done', 'sizes_on_file', 'fabric_reserved', 'unchanged_price',
  'sealed_sample', 'paid_extension', 'free_delivery', 'free_installation', 'flat_contract', 'price_held', 'phone_contact', 'records_kept', 'answer', 'round_the_clock',
] as const;
export type Right = (typeof rights)[number];

export const bearers = ['counter', 'seller', 'maker', 'brand', 'dealer', 'supplier', 'repairer', 'landlord', 'consumer', 'outlet'] as const;
export type Bearer = (typeof bearers)[number];

/** How a remedy is given. */
export const terms = [
  'same_model', 'not_worse', 'main_unit_only', 'without_condition', 'until_repaired', 'with_consent', 'returned_free', 'voucher_original', 'invoice_copy', 'at_point_of_sale',
  'tested_and_recorded', 'where_possible', 'or_substitute_part', 'stand_in', 'refurbishing_by_dealer', 'report',
] as const;
export type Term = (typeof terms)[number];

/** What the consumer pays by a schedule that the pack does not hold. */
export const charges = ['materials', 'labour', 'freight_both_ways', 'hardware'] as const;
export type Charge = (typeof charges)[number];

export const units = ['minutes', 'hours', 'days', 'working_days', 'months', 'years', 'km'] as const;
export type Unit = (typeof units)[number];
