import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { Fault } from './fault.js';
import { introspectionDepth, type Limits } from './limits.js';

/** How much a selection asks for once all its fragments are in place. */
interface Measure {
  depth: number;
  /** Depth of what introspection asks for, which is deeper than any query of ours. */
  introspection: number;
  fields: number;
  aliases: number;
  directives: number;
}

const nothing = (): Measure => ({ depth: 0, introspection: 0, fields: 0, aliases: 0, directives: 0 });

/**
 * Refuses a document that asks for too much, before it is validated: validation compares fields in pairs, so it must
 * never see many. Each fragment is measured once, however often it is spread; a circle ends the measuring.
 */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const measuring = new Measuring(fragments);
  for (const one of document.definitions) {
    // Even one that is spread nowhere is validated. How deep it goes is known where it is spread.
    if (one.kind === Kind.FRAGMENT_DEFINITION) check({ ...measuring.fragment(one.name.value), depth: 0, introspection: 0 }, limits);
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    const measure = measuring.of(one.selectionSet);
    measure.directives += one.directives?.length ?? 0;
    check(measure, limits);
    const roots = measuring.rootFields(one.selectionSet);
    if (roots > limits.rootFields) throw new Fault('TOO_MANY_ROOT_FIELDS', { asked: roots, limit: limits.rootFields });
    if (one.operation === 'mutation' && roots !== 1) throw new Fault('ONE_MUTATION_AT_A_TIME');
  }
}

function check(measure: Measure, limits: Limits): void {
  if (measure.fields > limits.fields) throw new Fault('TOO_MANY_FIELDS', { limit: limits.fields });
  if (measure.depth > limits.depth) throw new Fault('TOO_DEEP', { asked: measure.depth, limit: limits.depth });
  if (measure.introspection > introspectionDepth) throw new Fault('TOO_DEEP', { asked: measure.introspection, limit: introspectionDepth });
  if (measure.aliases > limits.aliases) throw new Fault('TOO_MANY_ALIASES', { asked: measure.aliases, limit: limits.aliases });
  if (measure.directives > limits.directives) throw new Fault('TOO_MANY_DIRECTIVES', { asked: measure.directives, limit: limits.directives });
}

class Measuring {
  private readonly known = new Map<string, Measure>();
  private readonly open = new Set<string>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  fragment(name: string): Measure {
    const known = this.known.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing();
    if (this.open.has(name)) throw new Fault('BAD_REQUEST', { problem: `fragment ${name} contains itself` });
    this.open.add(name);
    const measure = this.of(fragment.selectionSet);
    measure.directives += fragment.directives?.length ?? 0;
    this.open.delete(name);
    this.known.set(name, measure);
    return measure;
  }

  of(set: SelectionSetNode | undefined): Measure {
    const sum = nothing();
    for (const selection of set?.selections ?? []) {
      const one = this.selection(selection);
      sum.depth = Math.max(sum.depth, one.depth);
      sum.introspection = Math.max(sum.introspection, one.introspection);
      sum.fields += one.fields;
      sum.aliases += one.aliases;
      sum.directives += one.directives + (selection.directives?.length ?? 0);
    }
    return sum;
  }

  rootFields(set: SelectionSetNode): number {
    return set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.rootFields(selection.selectionSet);
      const fragment = this.fragments.get(selection.name.value);
      return fragment ? sum + this.rootFields(fragment.selectionSet) : sum;
    }, 0);
  }

  private selection(selection: SelectionNode): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
    const inner = this.of(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    const own = { ...inner, fields: inner.fields + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) };
    return /^__(schema|type)$/.test(selection.name.value)
      ? { ...own, depth: 1, introspection: Math.max(inner.depth, inner.introspection) + 1 }
      : { ...own, depth: inner.depth + 1 };
  }
}
