import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import type { TestDatabase } from '../support/database.js';
import { slotsOf, withAt, type Given, type Place } from './surface.js';

/** A person like nobody else: wherever a piece of this stands in clear, it came from here. */
export const canary = { name: '金丝雀甲乙', phone: '13987650421', address: '金丝雀路一千零一号鸟巢', email: 'canary.7f3a@nest-7f3a.example' } as const;

/** What no mask leaves standing. */
const tells: readonly string[] = [canary.name, '丝雀甲', canary.phone, '398765042', canary.address, '一千零一号', canary.email, 'anary.7f3a'];

/** A text as it may be hidden: as it is, by its bytes in hex or base64, escaped for JSON or for an address. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  // Base64 of a longer text has one of three forms, by where in a group of three the text begins; the edges mix with what is around.
  const shifted = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -2));
  const escaped = text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [text, bytes.toString('hex'), ...shifted, ...shifted.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')), escaped, encodeURIComponent(text)];
}

// A shorter one of plain letters stands in ids and digests by chance.
const byNoChance = (form: string): boolean => form.length >= 8 || /[^\x20-\x7e]/.test(form);

const forms = new Set(tells.flatMap(formsOf).map((form) => form.toLowerCase()).filter(byNoChance));

/** The pieces of the canary that stand in a text, in whatever form. */
export function canariesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return [...forms].filter((form) => lower.includes(form));
}

/** Inputs by which a person comes in that are no PersonInput, with what to put there. */
const files: Readonly<Record<string, (given: string) => string>> = {
  'Mutation.importSales input.csv': (csv) =>
    `voucher,category,model,price,sold_on,name,phone,address,email\nC-1,leather_shoes,x,1.00,${/\d{4}-\d\d-\d\d/.exec(csv)![0]},${canary.name},${canary.phone},${canary.address},${canary.email}\n`
    + `C-2,leather_shoes,x,wrong,,${canary.name},${canary.phone}x,${canary.address},${canary.email}x\n`,
};

const searches: Readonly<Record<string, string>> = { 'Query.consumers phone': canary.phone, 'Query.consumers email': canary.email };

/** A right call with the canary in every place where a person is said, or null where none is. */
export function withCanary(place: Place, given: Given): Given | null {
  let filled: Given | null = null;
  for (const { path, type } of slotsOf(place.field.args)) {
    const name = `${place.name} ${path.join('.')}`;
    if (getNamedType(type).name === 'PersonInput') filled = withAt(filled ?? given, path, canary);
    else if (files[name]) filled = withAt(filled ?? given, path, files[name](JSON.stringify(given)));
    else if (searches[name]) filled = withAt(filled ?? given, path, searches[name]);
  }
  return filled;
}

/** Inputs that sound personal and are not a consumer's, each with the reason. */
export const notConsumers: Readonly<Record<string, string>> = {
  'AcceptInvitationInput.displayName': 'one of the people who log in',
  'CreateApiKeyInput.name': 'a program',
  'InviteInput.email': 'one of the people who log in',
  'LogInInput.email': 'one of the people who log in',
  'ProposePackInput.nameEn': 'a pack',
  'ProposePackInput.nameZh': 'a pack',
  'ProvisionNetworkInput.administratorEmail': 'one of the people who log in',
  'ProvisionNetworkInput.name': 'a network',
  'RegisterMemberInput.name': 'a member',
};

const personal = /name|phone|mobile|address|e-?mail|payee|bank|wechat|idcard|contact(?!s?Id)/i;

/** Inputs of the schema that sound like a person's and that nobody has looked at: they belong into PersonInput, or into the list above. */
export function unknownInputs(schema: GraphQLSchema, known: Readonly<Record<string, string>> = notConsumers): string[] {
  const leaf = (type: GraphQLInputType): boolean => {
    const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
    return !isListType(bare) && getNamedType(bare).name === 'String';
  };
  return Object.values(schema.getTypeMap()).filter((type) => isInputObjectType(type) && type.name !== 'PersonInput').flatMap((type) =>
    Object.values(isInputObjectType(type) ? type.getFields() : {}).filter((field) => leaf(field.type) && personal.test(field.name))
      .map((field) => `${type.name}.${field.name}`)).filter((name) => !Object.hasOwn(known, name));
}

/** Everything that stands in the database, table by table, as the superuser sees it: bytes as hex. */
export async function canariesInTables(test: TestDatabase): Promise<string[]> {
  const tables = await test.asAdmin(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await test.asAdmin(`SELECT t::text AS text FROM ${String(name)} t`);
    const pieces = new Set(rows.flatMap(({ text }) => canariesIn(String(text))));
    found.push(...[...pieces].map((piece) => `${String(name)} holds ${piece}`));
  }
  return found;
}
