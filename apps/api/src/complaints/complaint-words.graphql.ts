import { enumType } from '../door/index.js';

export const ComplaintStateEnum = enumType('ComplaintState', 'How far a complaint has come.', {
  open: 'Open (处理中).',
  decided: 'What the rules give was decided; the demand is not met yet (已决定).',
  settled: 'The demand was met by compensation (已了结).',
  closed: 'Closed; the outcome says how (已办结).',
  withdrawn: 'Taken back by the consumer; it counts for nothing (已撤回).',
  unfounded: 'Found without ground; it counts for nothing (不成立).',
  merged: 'A double, merged into another by a person (已合并).',
});

export const ComplaintChannelEnum = enumType('ComplaintChannel', 'How a complaint came in.', {
  counter: 'At the counter (柜台).',
  phone: 'By phone (电话).',
  online: 'Online (网络).',
  hotline_12315: 'Passed on by the hotline 12315 (12315 转办).',
  api: 'From another system (接口).',
});

export const DemandEnum = enumType('ComplaintDemand', 'What the consumer asks for.', {
  repair: 'Repair (修理).',
  exchange: 'Exchange (更换).',
  refund: 'Refund (退货).',
  other: 'Something else (其他).',
});

export const PriorityEnum = enumType('ComplaintPriority', 'How urgent; each clock regime knows some of these words. Source: CX-5, CX-6.', {
  urgent: 'Urgent (紧急).',
  general: 'General (一般).',
  low: 'Low (低).',
  non_urgent: 'Not urgent (非紧急).',
  consult: 'A consultation (咨询).',
  special: 'A special case (特殊).',
  common: 'A common fault (常见故障).',
  fairly_complex: 'Fairly complex (较复杂).',
  complex: 'Complex (复杂).',
  difficult: 'Difficult (疑难).',
});

export const OutcomeEnum = enumType('ComplaintOutcome', 'What came of a complaint.', {
  repaired: 'The goods were repaired (已修理).',
  exchanged: 'The goods were exchanged (已更换).',
  refunded: 'The shop refunded (已退货).',
  compensated: 'The mall paid compensation (已赔付).',
  agreed: 'Shop and consumer agreed (双方协商).',
  rejected: 'The demand was refused; the consumer may contest that once (已驳回).',
  referred: 'Passed to the partner whose duty it is, and the consumer told (已转交). Source: CX-15.',
});

export const ComplaintFactEnum = enumType('ComplaintFact', 'A fact that the rules ask for.', {
  category: 'The goods category (商品类别).',
  price: 'The price (价格).',
  soldOn: 'The day of sale (销售日).',
  returnedOn: 'The day the goods came back (退货日).',
  defect: 'What is wrong (故障).',
  demand: 'What the consumer asks for (诉求).',
  hasVoucher: 'Whether card and voucher are there (凭证).',
  shopPresent: 'Whether the shop is there (商户是否在场).',
  hotlineNumber: 'The hotline\'s number (12315 编号).',
});

export const SideEnum = enumType('ComplaintSide', 'Whose side speaks.', {
  consumer: 'The consumer (消费者).', shop: 'The shop (商户).', maker: 'The maker (厂家).', carrier: 'The carrier (承运人).', mall: 'The mall (商场).',
});
