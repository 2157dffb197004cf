/**
 * The building blocks of the rule context: a fact is one value a rule may read, with its type, its explanation and how
 * it is found. One description yields the CEL type, the TypeScript type, the documentation and the object that rules
 * read from, so none of them can drift apart. A fact costs only when a rule reads it.
 */
import type { PersonalDetail } from '../access/masking.js';

export type FactType = 'int' | 'string' | 'bool' | 'list<string>';

/** How a fact is found. */
export interface PlainOf {
  int: number;
  string: string;
  bool: boolean;
  'list<string>': readonly string[];
}

/** How rules see it: integers of CEL have 64 bits, and are `bigint` to the evaluator. */
type SeenAs<Type extends FactType> = Type extends 'int' ? bigint : PlainOf[Type];

export interface Fact<Source, Type extends FactType = FactType> {
  readonly type: Type;
  readonly description: string;
  /** Set where the value is a personal detail: it is masked in what a decision records. */
  readonly personal?: PersonalDetail | undefined;
  readonly find: (source: Source) => PlainOf[Type];
}

/** A group of facts, or groups, about something found in the source. */
export interface FactGroup<Source, Fields = object> {
  readonly type: string;
  readonly description: string;
  /** The view of the group for what `source` holds. */
  readonly open: (source: Source) => FactView;
  readonly fields: Fields;
}

export type FactFields<Source> = { readonly [name: string]: Fact<Source> | FactGroup<Source> };

/** The TypeScript view of described facts. */
export type ViewOf<Fields> = {
  readonly [K in keyof Fields]: Fields[K] extends { readonly fields: infer Inner }
    ? ViewOf<Inner>
    : Fields[K] extends { readonly type: infer Type extends FactType }
      ? SeenAs<Type>
      : never;
};

/** A whole number. */
export const int = <Source>(description: string, find: (source: Source) => number): Fact<Source, 'int'> => ({
  type: 'int',
  description,
  find,
});

export const string = <Source>(
  description: string,
  find: (source: Source) => string | null | undefined,
  personal?: PersonalDetail,
): Fact<Source, 'string'> => ({
  type: 'string',
  description,
  personal,
  find: (source) => find(source) ?? '',
});

export const bool = <Source>(
  description: string,
  find: (source: Source) => boolean,
): Fact<Source, 'bool'> => ({ type: 'bool', description, find });

export const strings = <Source>(
  description: string,
  find: (source: Source) => readonly string[],
): Fact<Source, 'list<string>'> => ({ type: 'list<string>', description, find });

/**
 * Facts under one name. `type` names the CEL type, and groups of one type have the same fields; `from` finds what the
 * inner facts read, once per transaction and only when one of them is asked for.
 */
export function group<Source, Inner, Fields extends FactFields<Inner>>(
  about: { readonly type: string; readonly description: string; readonly from: (source: Source) => Inner },
  fields: Fields,
): FactGroup<Source, Fields> {
  const View = viewClass<Inner>(about.type, fields);
  return {
    type: about.type,
    description: about.description,
    open: (source) => new View(about.from(source)),
    fields,
  };
}

/** Facts about one source. */
export interface FactView<Source = unknown> {
  readonly source: Source;
  /** The groups asked for so far, by position; most views never open any. */
  opened: (FactView | undefined)[] | null;
}

type ViewClass<Source> = new (source: Source) => FactView<Source>;
/** One class per group type, because the evaluator tells types apart by constructor. */
const classes = new Map<string, ViewClass<never>>();

export function viewClass<Source>(type: string, fields: FactFields<Source>): ViewClass<Source> {
  const known = classes.get(type);
  if (known) return known as unknown as ViewClass<Source>;
  // Assigned, not initialised: field initialisers are slow in a class that is made many times.
  class View implements FactView<Source> {
    declare readonly source: Source;
    declare opened: (FactView | undefined)[] | null;
    constructor(source: Source) {
      this.source = source;
      this.opened = null;
    }
  }
  for (const [position, [name, field]] of Object.entries(fields).entries()) {
    Object.defineProperty(View.prototype, name, { get: getterOf(field, position) });
  }
  classes.set(type, View as ViewClass<never>);
  return View;
}

export const isFactGroup = <Source>(field: Fact<Source> | FactGroup<Source>): field is FactGroup<Source> =>
  'fields' in field;

/** A fact is found anew each time it is read; a group is opened once. */
function getterOf<Source>(field: Fact<Source> | FactGroup<Source>, position: number) {
  if (isFactGroup(field)) {
    return function opened(this: FactView<Source>) {
      return openedAt(this, position, field);
    };
  }
  const { type, find } = field;
  if (type === 'int') {
    return function whole(this: FactView<Source>) {
      return BigInt(find(this.source) as number);
    };
  }
  return function fact(this: FactView<Source>) {
    return find(this.source);
  };
}

/** The group at this position of a view. */
export function openedAt(view: FactView, position: number, { open }: FactGroup<never>): FactView {
  view.opened ??= [];
  view.opened[position] ??= open(view.source as never);
  return view.opened[position];
}
