/**
 * The building blocks of the rule context: a fact is one value a rule may read, with its type, its explanation and how
 * it is found. One description yields the CEL type, the TypeScript type, the documentation and the object that rules
 * read from, so none of them can drift apart. A fact costs only when a rule reads it.
 */
import type { PersonalDetail } from '../access/masking.js';

export type FactType = 'int' | 'string' | 'bool' | 'list<string>';

/** What TypeScript calls a CEL type. */
interface TypeOf {
  int: bigint;
  string: string;
  bool: boolean;
  'list<string>': readonly string[];
}

export interface Fact<Source, Type extends FactType = FactType> {
  readonly type: Type;
  readonly description: string;
  /** Set where the value is a personal detail: it is masked in what a decision records. */
  readonly personal?: PersonalDetail | undefined;
  readonly read: (source: Source) => TypeOf[Type];
}

/** A group of facts, or groups, about something found in the source. */
export interface FactGroup<Source, Fields = object> {
  readonly type: string;
  readonly description: string;
  /** The view of the group for what `source` holds. */
  readonly open: (source: Source) => object;
  readonly fields: Fields;
}

export type FactFields<Source> = { readonly [name: string]: Fact<Source> | FactGroup<Source> };

/** The TypeScript view of described facts. */
export type ViewOf<Fields> = {
  readonly [K in keyof Fields]: Fields[K] extends { readonly fields: infer Inner }
    ? ViewOf<Inner>
    : Fields[K] extends { readonly read: (source: never) => infer Value }
      ? Value
      : never;
};

/** A whole number. CEL integers are 64-bit, `bigint` to the evaluator. */
export const int = <Source>(description: string, read: (source: Source) => number): Fact<Source, 'int'> => ({
  type: 'int',
  description,
  read: (source) => BigInt(read(source)),
});

export const string = <Source>(
  description: string,
  read: (source: Source) => string | null | undefined,
  personal?: PersonalDetail,
): Fact<Source, 'string'> => ({
  type: 'string',
  description,
  personal,
  read: (source) => read(source) ?? '',
});

export const bool = <Source>(
  description: string,
  read: (source: Source) => boolean,
): Fact<Source, 'bool'> => ({ type: 'bool', description, read });

export const strings = <Source>(
  description: string,
  read: (source: Source) => readonly string[],
): Fact<Source, 'list<string>'> => ({ type: 'list<string>', description, read });

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

type ViewClass<Source> = new (source: Source) => object;
/** One class per group type, because the evaluator tells types apart by constructor. */
const classes = new Map<string, ViewClass<never>>();

export function viewClass<Source>(type: string, fields: FactFields<Source>): ViewClass<Source> {
  const known = classes.get(type);
  if (known) return known as ViewClass<Source>;
  // Assigned, not initialised: field initialisers are slow in a class that is made many times.
  class View {
    declare readonly source: Source;
    /** The groups asked for so far, by position; most views never open any. */
    declare opened: (object | undefined)[] | null;
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

/** A fact is found anew each time it is read; a group is opened once. */
function getterOf<Source>(field: Fact<Source> | FactGroup<Source>, position: number) {
  if (!('fields' in field)) {
    const { read } = field;
    return function fact(this: { source: Source }) {
      return read(this.source);
    };
  }
  const { open } = field;
  return function opened(this: { source: Source; opened: (object | undefined)[] | null }) {
    this.opened ??= [];
    const known = this.opened[position];
    if (known) return known;
    const view = open(this.source);
    this.opened[position] = view;
    return view;
  };
}
