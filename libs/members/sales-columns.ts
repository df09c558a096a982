import { refuse } from './refusals.js';

/** The columns of a sales file, by every heading that is understood. */
const headings = {
  voucher: ['voucher', 'receipt', '凭证号', '凭证', '小票号', '销售单号'],
  category: ['category', '类别', '品类', '商品类别'],
  model: ['model', 'article', '型号', '品名', '商品名称'],
  price: ['price', 'amount', '价格', '金额', '售价'],
  invoicePrice: ['invoiceprice', '发票金额', '发票价'],
  invoiceNumber: ['invoicenumber', 'invoice', '发票号', '发票号码'],
  soldOn: ['soldon', 'saledate', 'date', '销售日期', '购买日期', '日期'],
  invoicedOn: ['invoicedon', 'invoicedate', '开票日期', '发票日期'],
  deliveredOn: ['deliveredon', 'deliverydate', '送货日期', '交付日期'],
  channel: ['channel', 'howsold', '渠道', '销售方式'],
  outOfTown: ['outoftown', '外地', '外地顾客'],
  serial: ['serial', 'serialnumber', '序列号', '机号'],
  salesperson: ['salesperson', 'staffnumber', '营业员', '营业员编号', '工号'],
  name: ['name', 'consumer', 'customer', '姓名', '顾客', '顾客姓名'],
  phone: ['phone', 'mobile', 'telephone', '电话', '手机', '手机号'],
  address: ['address', '地址'],
  email: ['email', 'e-mail', '邮箱', '电子邮箱'],
} as const;
export type SalesColumn = keyof typeof headings;

export const neededColumns = ['voucher', 'category', 'model', 'price', 'soldOn'] as const satisfies readonly SalesColumn[];

const columnByHeading = new Map<string, SalesColumn>(Object.entries(headings).flatMap(([column, all]) => all.map((one): [string, SalesColumn] => [one, column as SalesColumn])));

/**
 * Which column stands where, by the first line of a file in Chinese or English. A refusal says the place of a heading, not
 * its text: where the first line is no heading it is somebody's data.
 */
export function salesColumns(line: readonly string[]): readonly SalesColumn[] {
  const columns = line.map((text, i) => {
    const column = columnByHeading.get(text.normalize('NFKC').toLowerCase().replace(/[\s_]/g, ''));
    if (!column) throw refuse('HEADING_UNKNOWN', { place: i + 1 }, 'csv');
    return column;
  });
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice) throw refuse('HEADING_TWICE', { column: twice }, 'csv');
  const lacking = neededColumns.find((column) => !columns.includes(column));
  if (lacking) throw refuse('HEADING_MISSING', { column: lacking }, 'csv');
  return columns;
}
