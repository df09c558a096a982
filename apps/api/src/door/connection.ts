import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { Cursor } from './cursor.js';
import { page as sizes } from './limits.js';

/** Which page of a list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: sizes.usual, description: `How many, 1 to ${sizes.most}. Errors: INVALID_INPUT.` })
  @IsInt()
  @Min(1)
  @Max(sizes.most)
  first: number = sizes.usual;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before; absent for the first page. Errors: INVALID_INPUT.' })
  @IsOptional()
  @IsString()
  after?: string | null;
}

@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Field({ description: 'True when there is a next page.' })
  hasNextPage!: boolean;

  @Field({ description: 'True when this page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first row; null when there is none.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row, to ask for the next page by; null when there is none.' })
  endCursor!: string | null;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: (() => Promise<number>) | null;
}

const countWhenAsked: FieldMiddleware<Page<unknown>> = async ({ source }) => (await source.totalCount?.()) ?? null;
const made = new Map<Type, Type<Page<unknown>>>();

/** Makes the connection of an object type: `FundConnection` with its `FundEdge`; one for each type. */
export function connectionOf(Of: Type, { name = Of.name, description }: { readonly name?: string; readonly description: string }): Type<Page<unknown>> {
  const known = made.get(Of);
  if (known) return known;

  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @Field({ description: 'Its place in the list, opaque.' })
    cursor!: string;

    @Field(() => Of, { description: 'The row itself.' })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of this page, in the order of the list.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many there are in all; counted only when asked for, null where this list is not counted.', middleware: [countWhenAsked as FieldMiddleware] })
    totalCount!: (() => Promise<number>) | null;
  }
  made.set(Of, Connection as unknown as Type<Page<unknown>>);
  return Connection as unknown as Type<Page<unknown>>;
}

/** Loads a page: `load` gets the key to start after, and how many rows to load, one more than are shown. */
export async function connect<Key, Row extends Key>(
  { first, after }: PageArgs,
  cursor: Cursor<Key>,
  load: (after: Key | null, limit: number) => Promise<readonly Row[]>,
  count?: () => Promise<number | bigint>,
): Promise<Page<Row>> {
  const rows = await load(after ? cursor.read(after) : null, first + 1);
  return pageOf(rows, first, Boolean(after), cursor, count ? async () => Number(await count()) : null);
}

/** The same page of each of many parents: `load` answers the rows of all, in the order of the parents. */
export async function connectEach<Key, Row extends Key>(
  { first, after }: PageArgs,
  cursor: Cursor<Key>,
  load: (after: Key | null, limit: number) => Promise<readonly (readonly Row[])[]>,
): Promise<Page<Row>[]> {
  const each = await load(after ? cursor.read(after) : null, first + 1);
  return each.map((rows) => pageOf(rows, first, Boolean(after), cursor, null));
}

function pageOf<Key, Row extends Key>(
  rows: readonly Row[], first: number, hasPreviousPage: boolean, cursor: Cursor<Key>, totalCount: Page<Row>['totalCount'],
): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursor.write(node), node }));
  const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return { edges, pageInfo: { hasNextPage: rows.length > first, hasPreviousPage, startCursor, endCursor }, totalCount };
}
