/** What a language needs to say a rule: its facts, how values read, and how clauses are joined. */
export type Unit =
  | 'usd'
  | 'percent'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'coins'
  | 'diamonds'
  | 'o_clock';

/** A fact that is true or false, said both ways; or one that has a value, as the subject of a sentence. */
export type FactWords =
  | { readonly is: string; readonly isNot: string }
  | { readonly noun: string; readonly unit?: Unit };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Calculation = '+' | '-' | '*' | '/' | '%';
export type TextTest = 'contains' | 'startsWith' | 'endsWith';

export interface Words {
  readonly locale: string;
  /** By path; those of velocity are put together by `velocity`. */
  readonly facts: Readonly<Record<string, FactWords>>;
  readonly velocity: {
    readonly entities: Readonly<Record<string, string>>;
    readonly windows: Readonly<Record<string, string>>;
    readonly measures: Readonly<Record<string, { readonly noun: string; readonly unit?: Unit }>>;
  };
  readonly units: Readonly<Record<Exclude<Unit, 'usd' | 'percent'>, string>>;
  readonly compare: Readonly<Record<Comparison, string>>;
  /** The same where the value is a text: “is”, not “amounts to”. */
  readonly compareText: Readonly<Record<'==' | '!=', string>>;
  readonly calculate: Readonly<Record<Calculation, string>>;
  readonly textTests: Readonly<Record<TextTest, string>>;
  readonly oneOf: string;
  readonly noneOf: string;
  readonly holds: string;
  readonly countOf: string;
  readonly anyEntry: string;
  readonly everyEntry: string;
  readonly oneEntry: string;
  readonly not: string;
  readonly choice: string;
  readonly always: string;
  readonly never: string;
  readonly quoted: string;
  readonly negative: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly everyKind: string;
  /** What follows, with {kinds} and {score}. */
  readonly effects: Readonly<
    Record<'decline' | 'restrict' | 'step_up' | 'review' | 'add' | 'subtract', string>
  >;
  readonly all: string;
  readonly any: string;
}

/** Fills `{name}`s. */
export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
