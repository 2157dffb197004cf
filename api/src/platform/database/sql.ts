/** A named statement is prepared once per connection: hot paths skip parsing and planning. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** A statement as the driver takes it. */
export const queryConfig = (statement: string | Statement, values: readonly unknown[]) =>
  typeof statement === 'string'
    ? { values: values as unknown[], text: statement }
    : { values: values as unknown[], ...statement };

/** Anything that runs a statement: a unit of work, a batch's connection, or a read outside any transaction. */
export interface Queryable {
  query<Row extends object>(statement: string | Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * A PostgreSQL array literal. Faster than the driver's own conversion, which quotes every element; used for the columns
 * of set-based statements (`unnest($1::bigint[], $2::text[])`).
 */
export function arrayOf(values: readonly (bigint | number | boolean | null)[]): string {
  let out = '{';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ',';
    const value = values[i];
    out += value === null || value === undefined ? 'NULL' : value;
  }
  return `${out}}`;
}

const NEEDS_ESCAPE = /["\\]/;

/** The same for text: every element quoted, quotes and backslashes escaped. */
export function textArrayOf(values: readonly (string | null)[]): string {
  let out = '{';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ',';
    const value = values[i];
    if (value === null || value === undefined) out += 'NULL';
    else out += `"${NEEDS_ESCAPE.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
  }
  return `${out}}`;
}
