import { z } from 'zod';
import { csvCell } from './csv-cell.js';

/** A column of a file: the field of a record it holds, `money.amountMinor` for one inside another. */
export interface RecordColumn {
  readonly name: string;
  readonly path: readonly string[];
}

/** What may be done with a record is not part of what it says. */
const LEFT_OUT = new Set(['allowedActions']);

/**
 * The columns of records of a schema, in its order: nested objects are taken apart, everything else is one column. They
 * follow from the schema and not from the rows, so a file always looks the same.
 */
export function columnsOf(schema: z.ZodType): RecordColumn[] {
  const found = new Map<string, RecordColumn>();
  collect(schema, [], found);
  return [...found.values()].filter(({ path }) => !LEFT_OUT.has(path[0]!));
}

function collect(schema: z.ZodType, path: readonly string[], found: Map<string, RecordColumn>): void {
  for (const option of optionsOf(schema)) {
    if (option instanceof z.ZodObject && Object.keys(option.shape).length > 0) {
      for (const [field, inner] of Object.entries(option.shape))
        collect(inner as z.ZodType, [...path, field], found);
    } else if (!(option instanceof z.ZodNull) && path.length > 0) {
      const name = path.join('.');
      if (!found.has(name)) found.set(name, { name, path });
    }
  }
}

/** What a schema comes to once everything that only wraps it is taken off. */
function optionsOf(schema: z.ZodType): z.ZodType[] {
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return optionsOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return optionsOf(schema.out as z.ZodType);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(optionsOf);
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap((side) => optionsOf(side as z.ZodType));
  return [schema];
}

export const headLine = (columns: readonly RecordColumn[]): string =>
  `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`;

export const recordLine = (columns: readonly RecordColumn[], record: object): string =>
  `${columns.map(({ path }) => cellOf(valueAt(record, path))).join(',')}\r\n`;

function valueAt(record: object, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const field of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[field];
  }
  return value;
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

/** Numbers are never formulas, so a minus sign stays one. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'string') return csvCell(value);
  if (Array.isArray(value) && value.every(isPlain)) return csvCell(value.join('; '));
  return csvCell(JSON.stringify(value));
}
