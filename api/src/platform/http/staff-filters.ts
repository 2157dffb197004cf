import { instant, shortText } from '@coinwarden/contracts';
import { z } from 'zod';

/**
 * What one filter of a staff list accepts and the condition it adds. `param` binds a value and returns its placeholder:
 * nothing that was sent ever becomes part of the SQL text.
 */
export interface StaffFilter {
  readonly schema: z.ZodType;
  readonly where: (value: never, param: (value: unknown) => string) => string;
}

type Scalar = string | number | boolean | bigint | Date;

/** `MAX_FILTER_VALUES` values at most: as many records as one page carries. */
export const MAX_FILTER_VALUES = 200;

/** Declares a filter of its own shape. */
export const filter = <S extends z.ZodType>(
  schema: S,
  where: (value: z.output<S>, param: (value: unknown) => string) => string,
): StaffFilter => ({ schema, where });

/** One value or a list of them, as react-admin's inputs send both. */
export const anyOf = (column: string, schema: z.ZodType<Scalar>): StaffFilter =>
  filter(
    z.union([schema.transform((v) => [v]), z.array(schema).min(1).max(MAX_FILTER_VALUES)]),
    (values, param) => `${column} = ANY(${param(values)})`,
  );

/** The start of a text, whatever its case. `column` is the indexed expression, for example `lower(email)`. */
export const startsWith = (column: string): StaffFilter =>
  filter(searchText, (value, param) => `${column} LIKE ${param(startPattern(value))}`);

/** What somebody types to find something. */
export const searchText = shortText.trim().min(1);

/** The `LIKE` pattern of everything that starts with the text, in lower case unless it is asked for as it is. */
export const startPattern = (text: string, { lower = true } = {}): string =>
  `${(lower ? text.toLowerCase() : text).replace(/[\\%_]/g, '\\$&')}%`;

/** As many as anybody reads through; who looks for one types another letter. */
const MAX_SEARCH_ROWS = 1_000;

/**
 * The keys of the rows of a large table in which a text starts so: the first thousand by that text, always read from its
 * `text_pattern_ops` index. A plain condition would let the planner walk the table in the order of the list instead, which
 * takes for ever when few rows match.
 */
export const keysThatStart = (
  { table, key, column }: { table: string; key: string; column: string },
  pattern: string,
): string =>
  `SELECT ${key} FROM ${table} WHERE ${column} LIKE ${pattern} ORDER BY ${column} USING ~<~ LIMIT ${MAX_SEARCH_ROWS}`;

/** The rows whose key is among those a query of its own finds. */
export const isAmong = (key: string, queries: readonly string[]): string =>
  `${key} = ANY(ARRAY(${queries.map((query) => `(${query})`).join(' UNION ALL ')}))`;

export const from = (column: string, schema: z.ZodType<Scalar> = moment): StaffFilter =>
  filter(schema, (value, param) => `${column} >= ${param(value)}`);

export const before = (column: string, schema: z.ZodType<Scalar> = moment): StaffFilter =>
  filter(schema, (value, param) => `${column} < ${param(value)}`);

/** `true` keeps the rows that meet a fixed condition, `false` those that do not. */
export const flag = (condition: string): StaffFilter =>
  filter(z.boolean(), (value) => (value ? `(${condition})` : `NOT (${condition})`));

/** An instant, or a plain date meaning its first moment in UTC (what a date input sends). */
export const moment = z
  .union([instant, z.iso.date().transform((day) => `${day}T00:00:00Z`)])
  .transform((text) => new Date(text));
