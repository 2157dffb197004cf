import { z } from 'zod';
import { MapError } from '../import-error.js';
import { CellError, OPERATORS } from './operators.js';

export type RowValues = Readonly<Record<string, unknown>>;
/** A mapping compiled to a function of the row; undefined where the row has nothing. */
export type Evaluate = (row: RowValues) => unknown;

/** Told of every column a mapping names, so that a misspelt one is found before the first row. */
export type OnColumn = (name: string, pointer: string) => void;

/**
 * Compiles one expression of a mapping file:
 *   a text, number or boolean      itself
 *   { "$column": "name" }          a cell ("a.b" goes into nested JSON); an empty one is as if it were not there
 *   { "$template": "u-{name}" }   text with cells in it; nothing when one of them is empty
 *   { "$first": [ … ] }            the first that is there
 *   { "$when": [ { "if", "use" } ], "else": … }
 *   { "$money": …, "scale": 2 }    an operator of operators.ts and its arguments
 *   { "anything": … }              an object of expressions; keys that come out empty are left out
 * Throws MapError with a pointer for whatever does not fit.
 */
export function compile(expression: unknown, pointer: string, onColumn: OnColumn): Evaluate {
  if (typeof expression === 'string' || typeof expression === 'number' || typeof expression === 'boolean') {
    return () => expression;
  }
  if (typeof expression !== 'object' || expression === null || Array.isArray(expression)) {
    throw new MapError(pointer, 'must be a text, a number, true, false or an object');
  }
  const keys = Object.keys(expression);
  const special = keys.filter((key) => key.startsWith('$'));
  const body = expression as Record<string, unknown>;
  if (special.length > 1) throw new MapError(pointer, `has more than one of ${special.join(', ')}`);
  const key = special[0];
  if (key === undefined) return compileObject(body, pointer, onColumn);

  const { [key]: main, ...args } = body;
  const at = `${pointer}/${key}`;
  if (key === '$when') return compileWhen({ cases: main, otherwise: args['else'] }, pointer, onColumn);
  const operator = OPERATORS[key];
  if (operator) {
    const parsed = operator.args.safeParse(args);
    if (!parsed.success) throw zodError(parsed.error, pointer);
    const inner = compile(main, at, onColumn);
    return (row) => {
      const value = inner(row);
      return value === undefined ? undefined : operator.apply(value, parsed.data);
    };
  }
  const unexpected = Object.keys(args)[0];
  if (unexpected !== undefined) throw new MapError(`${pointer}/${unexpected}`, `does not belong to ${key}`);
  if (key === '$column') return column(parse(z.string().min(1), main, at), at, onColumn);
  if (key === '$template') return template(parse(z.string(), main, at), at, onColumn);
  if (key === '$first') {
    const choices = parse(z.array(z.unknown()).min(1), main, at).map((choice, i) =>
      compile(choice, `${at}/${i}`, onColumn),
    );
    return (row) => firstDefined(choices, row);
  }
  const known = ['$column', '$template', '$first', '$when', ...Object.keys(OPERATORS)];
  throw new MapError(at, `is not known; there are ${known.join(', ')}`);
}

function compileObject(body: Record<string, unknown>, pointer: string, onColumn: OnColumn): Evaluate {
  const fields = Object.entries(body).map(
    ([key, value]) => [key, compile(value, `${pointer}/${pointerKey(key)}`, onColumn)] as const,
  );
  return (row) => {
    const out: Record<string, unknown> = {};
    for (const [key, evaluate] of fields) {
      const value = named(key, () => evaluate(row));
      if (value !== undefined) out[key] = value;
    }
    return Object.keys(out).length === 0 ? undefined : out;
  };
}

const condition = z
  .strictObject({
    column: z.string().min(1),
    in: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
    empty: z.boolean().optional(),
    atLeast: z.number().optional(),
  })
  .refine((c) => [c.in, c.empty, c.atLeast].filter((x) => x !== undefined).length === 1, {
    error: 'needs exactly one of in, empty and atLeast',
  });

function compileWhen(
  { cases, otherwise }: { cases: unknown; otherwise: unknown },
  pointer: string,
  onColumn: OnColumn,
): Evaluate {
  const at = `${pointer}/$when`;
  const shape = z.array(z.strictObject({ if: condition, use: z.unknown() })).min(1);
  const compiled = parse(shape, cases, at).map(({ if: test, use }, i) => {
    const cell = column(test.column, `${at}/${i}/if/column`, onColumn);
    const listed = new Set(test.in?.map(String));
    const holds = (row: RowValues) => {
      const value = cell(row);
      if (test.empty !== undefined) return (value === undefined) === test.empty;
      if (test.atLeast !== undefined) return value !== undefined && Number(value) >= test.atLeast;
      return value !== undefined && listed.has(String(value));
    };
    return { holds, result: compile(use, `${at}/${i}/use`, onColumn) };
  });
  const last = otherwise === undefined ? () => undefined : compile(otherwise, `${pointer}/else`, onColumn);
  return (row) => (compiled.find(({ holds }) => holds(row))?.result ?? last)(row);
}

function column(name: string, pointer: string, onColumn: OnColumn): Evaluate {
  onColumn(name, pointer);
  const path = name.split('.');
  return (row) => {
    let value: unknown = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value === undefined && path.length > 1) {
      value = path.reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null && Object.hasOwn(at, key)
            ? (at as RowValues)[key]
            : undefined,
        row,
      );
    }
    return value === '' || value === null ? undefined : value;
  };
}

function template(text: string, pointer: string, onColumn: OnColumn): Evaluate {
  const parts = text.split(/\{([^{}]+)\}/).map((part, i) => (i % 2 ? column(part, pointer, onColumn) : part));
  return (row) => {
    let out = '';
    for (const part of parts) {
      const value = typeof part === 'string' ? part : part(row);
      if (value === undefined) return undefined;
      if (typeof value === 'object')
        throw new CellError(`${JSON.stringify(value).slice(0, 80)} is not a text`);
      out += String(value);
    }
    return out;
  };
}

function firstDefined(choices: readonly Evaluate[], row: RowValues): unknown {
  for (const choice of choices) {
    const value = choice(row);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Says in which field of the result a cell did not fit. */
function named<T>(key: string, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof CellError) throw new CellError(`/${pointerKey(key)}${pad(error.message)}`);
    throw error;
  }
}

const pad = (message: string) => (message.startsWith('/') ? message : `: ${message}`);
const pointerKey = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

function parse<T>(schema: z.ZodType<T>, value: unknown, pointer: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw zodError(parsed.error, pointer);
  return parsed.data;
}

/** The first thing zod holds against a mapping file, with its place. */
export function zodError(error: z.ZodError, pointer: string): MapError {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((key) => `/${pointerKey(String(key))}`).join('');
  return new MapError(`${pointer}${path}`, issue?.message ?? 'is not valid');
}
