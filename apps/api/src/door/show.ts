import { Extensions } from '@nestjs/graphql';
import { isObjectType, type GraphQLSchema } from 'graphql';

export type Row = Readonly<Record<string, unknown>>;

const showKey = 'show';

/** Says how a field is made of its row. At once: a middleware of Nest's would make several promises of every value. */
export function Show(show: (row: Row) => unknown): PropertyDecorator {
  return Extensions({ [showKey]: show });
}

/** Has every field that says so shown that way. */
export function showFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const show = field.extensions[showKey] as ((row: Row) => unknown) | undefined;
      if (show) field.resolve = (row: Row) => show(row);
    }
  }
}
