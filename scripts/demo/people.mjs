/** Who works at the demo mall, by the rulebook's duties. `ofMember`: belongs to the shop, not to the operator. */
export const people = {
  admin: { title: 'operator administrator', roles: ['OPERATOR_ADMINISTRATOR'] },
  desk: { title: 'complaint desk', roles: ['COMPLAINT_DESK'] },
  floor: { title: 'floor', roles: ['FLOOR'] },
  supervision: { title: 'supervision', roles: ['SUPERVISION'] },
  finance: { title: 'finance', roles: ['FINANCE'] },
  manager: { title: 'after-sales manager', roles: ['AFTER_SALES_MANAGER'] },
  salesfloor: { title: 'sales-floor department', roles: ['SALES_FLOOR'] },
  auditor: { title: 'accounts auditor', roles: ['ACCOUNTS_AUDITOR'] },
  shop: { title: 'shop: sees its own funds and cases', roles: ['SHOP'], ofMember: true },
};
