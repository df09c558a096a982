import {
  getNamedType, isListType, isNonNullType, isObjectType, isInterfaceType, Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode,
  type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { listCountsFor, mutationCosts, page } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation may cost at most: one for each field of each row that the lists could hold. Known before it runs,
 * from `first` and from what a list without it counts for.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const reckoning = new Reckoning(schema, fragments, defaulted(operation, variables));
  return (operation.operation === 'mutation' ? mutationCosts : 0) + reckoning.selection(operation.selectionSet, root ?? undefined, false);
}

class Reckoning {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  /** `paged`: the list was already counted by the `first` of the field above. */
  selection(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined, paged: boolean): number {
    let sum = 0;
    for (const one of set?.selections ?? []) {
      if (one.kind === Kind.FIELD) sum += this.field(one, parent, paged);
      else if (one.kind === Kind.INLINE_FRAGMENT) {
        const on = one.typeCondition ? this.schema.getType(one.typeCondition.name.value) : parent;
        sum += this.selection(one.selectionSet, on, paged);
      } else sum += this.fragment(one.name.value, paged);
    }
    return sum;
  }

  private fragment(name: string, paged: boolean): number {
    const key = `${name} ${paged}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    const cost = this.selection(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value), paged);
    this.known.set(key, cost);
    return cost;
  }

  private field(field: FieldNode, parent: GraphQLNamedType | undefined, paged: boolean): number {
    if (field.name.value.startsWith('__')) return 0;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return 1;
    const hasFirst = definition.args.some(({ name }) => name === 'first');
    const times = hasFirst ? this.first(field) : isList(definition.type) && !paged ? listCountsFor : 1;
    return 1 + times * this.selection(field.selectionSet, getNamedType(definition.type), hasFirst);
  }

  private first(field: FieldNode): number {
    const value = field.arguments?.find(({ name }) => name.value === 'first')?.value;
    const given = value?.kind === Kind.VARIABLE ? this.variables[value.name.value] : value?.kind === Kind.INT ? Number(value.value) : undefined;
    return typeof given === 'number' && given >= 1 ? Math.min(given, page.most) : page.usual;
  }
}

/** A variable that is left out has the value that the operation declares for it. */
function defaulted(operation: OperationDefinitionNode, given: Variables): Variables {
  const usual = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return { ...Object.fromEntries(usual), ...given };
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
