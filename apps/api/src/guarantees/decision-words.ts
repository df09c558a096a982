import type { Charge, Circumstance, Remedy, Right, Term, Unit } from '@app/guarantees';

export const circumstanceWords: Readonly<Record<Circumstance, string>> = {
  disposal_goods: 'Labelled as disposal goods (处理品).', damaged_by_people: 'Damaged by people (人为损坏).', taken_apart: 'Taken apart by people (自行拆卸).',
  voucher_mismatch: 'Goods and voucher or card do not match.', soiled: 'A garment soiled.', washed_out_of_shape: 'A garment deformed by washing.',
  shell_or_packaging: 'It is about shell or packaging alone.', opened_without_leave: 'Opened without leave, or the seal broken.', environment_not_kept: 'Not used as the manual says.',
  misuse: 'Misuse.', unsuitable_supplies: 'Unsuitable supplies.', force_majeure: 'Force majeure (不可抗力).', accessory_of_others: 'An accessory of another maker.',
  others_repair: 'Repaired by people not authorised.', unpublished_software: 'Pirated or unpublished software.', virus: 'A virus.', improper_storage: 'Improper storage.',
  consumable: 'A consumable (易损件).', made_to_order: 'Made to order (定作).', perishable: 'Fresh or perishable (鲜活易腐).', unsealed_media: 'Unsealed recordings or software, or digital goods.',
  periodical: 'Delivered newspapers and journals.',
};

export const remedyWords: Readonly<Record<Remedy, string>> = {
  repair: 'Free repair (包修).', exchange: 'Exchange (包换).', refund: 'Refund (包退).', replace_part: 'The part is replaced.', return_parts: 'Parts are returned.',
  loaner: 'A unit is lent.', travel_compensation: 'Reasonable travel costs.', rework: 'The work is done again or altered.', on_site_service: 'Service on site (上门).',
  paid_repair: 'Repair that the consumer pays.', agreement: 'The two sides agree; the system only records it (协商).',
};

export const rightWords: Readonly<Record<Right, string>> = {
  first_handler: 'Who handles it first.', recorded: 'It is recorded.', matter_for_the_authority: 'The matter goes to the authority.', bearing: 'Who bears it between brand and dealer.',
  recourse: 'The seller recovers from this one (追偿).', burden_of_proof: 'Who must prove.', claim_on_landlord: 'The consumer may also claim from the landlord or organiser.',
  works_thirty_days: 'What was repaired must work for 30 days.', spare_parts: 'Spare parts are supplied.', spare_parts_stock: 'A stock of spare parts is kept.',
  inspection: 'Inspection.', loss: 'Loss from the defect is borne.', no_subcontracting: 'No subcontracting.', changes_in_writing: 'Changes are confirmed in writing.',
  work_done: 'The work is done in time.', sizes_on_file: 'Sizes are kept on file.', fabric_reserved: 'Fabric is reserved.', unchanged_price: 'Later orders at an unchanged price.',
  sealed_sample: 'A sample is sealed.', paid_extension: 'The guarantee may be extended for money.', free_delivery: 'Delivery is free.', free_installation: 'Installation is free.',
  flat_contract: 'A flat contract for a year is possible.', price_held: 'An emergency part costs no more than in the contract.', phone_contact: 'Contact by telephone.',
  records_kept: 'Repair records are kept.', answer: 'The seller answers.', round_the_clock: 'Service round the clock.',
};

export const termWords: Readonly<Record<Term, string>> = {
  same_model: 'For the same model.', not_worse: 'Or one not worse.', main_unit_only: 'Main unit for main unit.', without_condition: 'Without condition.', until_repaired: 'Until it is repaired.',
  with_consent: 'To the workshop only with the consumer\'s consent.', returned_free: 'Brought back free.', voucher_original: 'Against the original of the warranty voucher.',
  invoice_copy: 'And a copy of the invoice.', at_point_of_sale: 'At the point of sale.', tested_and_recorded: 'The fault is tested and recorded first.', where_possible: 'Where possible.',
  or_substitute_part: 'Or a substitute part.', stand_in: 'A stand-in.', refurbishing_by_dealer: 'Cosmetic refurbishing is the dealer\'s cost.', report: 'With a report.',
};

export const chargeWords: Readonly<Record<Charge, string>> = {
  materials: 'Materials.', labour: 'Labour.', freight_both_ways: 'Freight both ways.', hardware: 'The hardware.',
};

export const unitWords: Readonly<Record<Unit, string>> = {
  minutes: 'Minutes.', hours: 'Hours.', days: 'Calendar days.', working_days: 'Working days.', months: 'Calendar months.', years: 'Calendar years.', km: 'Kilometres.',
};
