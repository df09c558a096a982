import { crossIndexes, deletable, globalTables, mutable, seenByAll, workerAdds, workerReads } from './expected.js';
import type { Catalogue, Policy, Table } from './read.js';

const setting = (name: string): string => `( SELECT (NULLIF(current_setting('app.${name}'::text, true), ''::text))::uuid AS "nullif")`;
const ownNetwork = `(network_id = ${setting('network_id')})`;
const theMember = setting('member_id');

/** Everything that breaks the rules of the schema, in sentences; a table that nobody has named yet fails by default. */
export function violationsOf({ tables, definerFunctions, publicFunctions }: Catalogue): string[] {
  return [
    ...definerFunctions.map((name) => `function ${name} runs with its owner's rights`),
    ...publicFunctions.map((name) => `function ${name} may be called by surety_app`),
    ...tables.flatMap((table) => {
      const said = table.kind !== 'r' ? [`is a relation of kind ${table.kind}, not a plain table`] : [
        ...everyTable(table),
        ...grantsOf(table),
        ...(globalTables[table.name] ? globalTable(table) : networkTable(table)),
      ];
      return said.map((what) => `${table.name} ${what}`);
    }),
  ];
}

function everyTable(table: Table): string[] {
  return [
    ...(table.owner === 'surety_owner' ? [] : [`is owned by ${table.owner}`]),
    ...table.triggers.map((name) => `has the trigger ${name}; append-only is by grants`),
    ...table.columns.filter((column) => column.typeKind !== 'b').map((column) => `has the column ${column.name} of type ${column.type}; use text and CHECK`),
    ...table.columns.filter((column) => column.name.endsWith('_minor') && column.type !== 'bigint').map((column) => `keeps ${column.name} as ${column.type}, not bigint`),
    ...table.columns.filter((column) => /^(real|double precision|money|timestamp without time zone|json)$/.test(column.type)).map((column) => `has ${column.name} of type ${column.type}`),
    ...table.columns.filter((column) => column.name === 'currency' && column.type !== 'character(3)').map((column) => `keeps currency as ${column.type}`),
    ...table.indexes.filter((index) => index.unique && /_key\d*$/.test(index.name)).map((index) => `has the unique key ${index.name}; name it as the refusal it causes`),
    ...(table.indexes.some((index) => index.primary) ? [] : ['has no primary key']),
  ];
}

function networkTable(table: Table): string[] {
  const network = table.columns.find((column) => column.name === 'network_id');
  if (!network) return ['is neither global nor has it a network_id'];
  return [
    ...(network.type === 'uuid' && network.notNull ? [] : ['has a network_id that is not uuid NOT NULL']),
    ...(table.rowSecurity ? [] : ['has no row security']),
    ...(table.forced ? [] : ['does not force row security on its owner']),
    ...policiesOf(table),
    ...table.indexes.filter((index) => index.columns[0] !== 'network_id' && !crossIndexes[index.name]).map((index) => `has the index ${index.name} that does not begin with network_id`),
    ...table.foreignKeys.flatMap((key) => globalTables[key.refTable] || (key.columns[0] === 'network_id' && key.refColumns[0] === 'network_id')
      ? [] : [`has the foreign key ${key.name} that does not begin with network_id`]),
  ];
}

function globalTable(table: Table): string[] {
  return [
    ...table.foreignKeys.filter((key) => !globalTables[key.refTable]).map((key) => `is global and refers to ${key.refTable}, a network's`),
    ...(table.policies.length === 0 ? [] : ['is global and has a policy']),
  ];
}

function policiesOf(table: Table): string[] {
  const own = table.policies.find((policy) => policy.name === 'own_network');
  const sight = table.policies.find((policy) => policy.name === 'member_sight');
  const rest = table.policies.filter((policy) => policy !== own && policy !== sight);
  const problems = [
    ...(own ? ownProblems(own) : ['has no policy own_network']),
    ...(sight ? sightProblems(sight, table) : (seenByAll[table.name] ? [] : ['has no policy member_sight and is not listed as seen by all'])),
  ];
  return [...problems, ...rest.filter((policy) => !workers(policy, table)).map((policy) => `has the policy ${policy.name} that nothing here allows`)];
}

function ownProblems(own: Policy): string[] {
  const right = own.permissive && own.command === '*' && own.roles.join() === 'public' && own.using === ownNetwork && own.check === ownNetwork;
  return right ? [] : ['has a policy own_network that is not network_id = app.network_id for USING and WITH CHECK, for all commands and roles'];
}

function sightProblems(sight: Policy, table: Table): string[] {
  const using = sight.using ?? '';
  const nobody = `(${theMember} IS NULL)`;
  const parties = using.startsWith(`(${nobody} OR `)
    ? using.slice(`(${nobody} OR `.length, -1).split(' OR ').map((part) => (part.endsWith(` = ${theMember})`) ? part.slice(1, -` = ${theMember})`.length) : null))
    : [];
  const known = using === nobody || (parties.length > 0 && parties.every((column) => column !== null && partyColumn(column, table)));
  return known && !sight.permissive && sight.command === 'r' && sight.roles.join() === 'public' ? [] : ['has a policy member_sight of another shape than operator or parties'];
}

const partyColumn = (column: string, table: Table): boolean =>
  /(^|_)member_id$/.test(column) || (table.name === 'member' && column === 'id');

const workers = (policy: Policy, table: Table): boolean => lists(policy, table) || adds(policy, table);

const adds = (policy: Policy, table: Table): boolean =>
  policy.name === 'worker_hands_on' && !!workerAdds[table.name] && policy.roles.join() === 'surety_worker' && policy.command === 'a';

const lists = (policy: Policy, table: Table): boolean =>
  /^worker_(lists|relays)$/.test(policy.name) && !!workerReads[table.name] && policy.roles.join() === 'surety_worker'
  && (policy.command === 'r' || (policy.command === '*' && !!deletable[table.name]?.surety_worker));

function grantsOf(table: Table): string[] {
  const may = mutable[table.name] ?? [];
  return table.grants.flatMap(({ to, privilege, column }) => {
    const on = column === null ? '' : ` (${column})`;
    const refused = [`grants ${privilege}${on} to ${to}`];
    if (to === 'surety_app') {
      if (['SELECT', 'INSERT'].includes(privilege)) return [];
      if (privilege === 'UPDATE' && (may[0] === '*' || (column !== null && may.includes(column)))) return [];
      return privilege === 'DELETE' && deletable[table.name]?.surety_app ? [] : refused;
    }
    if (to === 'surety_worker' && privilege === 'INSERT' && workerAdds[table.name]) return [];
    if (to !== 'surety_worker' || !workerReads[table.name]) return refused;
    return privilege === 'SELECT' || (privilege === 'DELETE' && deletable[table.name]?.surety_worker) ? [] : refused;
  });
}
