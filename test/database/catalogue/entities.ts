import path from 'node:path';
import { dataSource } from '@app/database';
import { filesIn, root } from '../../architecture/source.js';
import type { Catalogue, Column } from './read.js';

type Entity = new () => object;

/** Every `…Entities` list that a room exports. */
async function mappedEntities(): Promise<Entity[]> {
  const found: Entity[] = [];
  for (const file of filesIn('libs').filter((name) => /^libs\/[^/]+\/index\.ts$/.test(name))) {
    const room = (await import(path.join(root, file))) as Record<string, unknown>;
    for (const [name, list] of Object.entries(room)) if (/entities$/i.test(name)) found.push(...(list as Entity[]));
  }
  return found;
}

const spelled: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone', char: 'character', int: 'integer', int4: 'integer', int8: 'bigint', bool: 'boolean', varchar: 'character varying',
};

/** Where the mappings and the tables differ: columns, types, what may be missing, keys. */
export async function entityProblems(url: string, catalogue: Catalogue): Promise<{ problems: string[]; mapped: number }> {
  const entities = await mappedEntities();
  const source = await dataSource({ url, poolSize: 1, entities }).initialize();
  await source.destroy();
  const problems = source.entityMetadatas.flatMap((entity) => {
    const table = catalogue.tables.find((one) => one.name === entity.tableName);
    if (!table) return [`${entity.name} maps ${entity.tableName}, which is no table`];
    const names = entity.columns.map((column) => column.databaseName);
    const key = table.indexes.find((index) => index.primary)?.columns ?? [];
    return [
      ...table.columns.filter((column) => !names.includes(column.name)).map((column) => `${entity.name} does not map ${column.name}`),
      ...entity.columns.flatMap((mapping) => {
        const column = table.columns.find((one) => one.name === mapping.databaseName);
        if (!column) return [`${entity.name} maps ${mapping.databaseName}, which is no column`];
        return columnProblems(`${entity.name}.${mapping.propertyName}`, { ...mapping, type: String(mapping.type) }, column);
      }),
      ...(entity.primaryColumns.map((column) => column.databaseName).join() === key.join() ? [] : [`${entity.name} has another primary key than (${key.join(', ')})`]),
    ];
  });
  return { problems, mapped: source.entityMetadatas.length };
}

function columnProblems(name: string, mapping: { type: string; isArray: boolean; isNullable: boolean; isPrimary: boolean }, column: Column): string[] {
  const type = `${spelled[mapping.type] ?? mapping.type}${mapping.isArray ? '[]' : ''}`;
  return [
    ...(type === column.type.replace(/\(.*\)/, '') ? [] : [`${name} is mapped as ${type} and is ${column.type}`]),
    ...(mapping.isNullable === !column.notNull ? [] : [`${name} is mapped as ${mapping.isNullable ? 'nullable' : 'not nullable'} and is the other`]),
  ];
}
