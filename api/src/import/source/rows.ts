import { parse } from 'csv-parse/sync';
import { ImportError } from '../import-error.js';
import { type OnRead, openSource } from './open-source.js';
import { type RawRecord, recordsOf } from './records.js';

/** A row by column name, or why there is none. */
export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly refusal: string };

export interface SourceFormat {
  readonly format: 'csv' | 'ndjson';
  readonly delimiter?: string | undefined;
}

/** How many records are handed to the CSV library at once. */
const GROUP = 500;

/** The rows of a file in its order. For CSV the first record names the columns, which are given to `onColumns`. */
export async function* rowsOf(
  path: string,
  format: SourceFormat,
  handlers: { onRead?: OnRead; onColumns?: (columns: readonly string[]) => void } = {},
): AsyncGenerator<Row> {
  const delimiter = format.format === 'csv' ? (format.delimiter ?? ',') : null;
  const records = recordsOf(openSource(path, handlers.onRead), { delimiter });
  if (format.format === 'ndjson') {
    for await (const record of records) yield 'text' in record ? jsonRow(record) : record;
    return;
  }
  let columns: readonly string[] | undefined;
  let group: RawRecord[] = [];
  for await (const record of records) {
    if (!columns) {
      columns = header(path, record, format);
      handlers.onColumns?.(columns);
      continue;
    }
    group.push(record);
    if (group.length < GROUP) continue;
    yield* csvRows(group, columns, format);
    group = [];
  }
  if (!columns) throw new ImportError(`${path} is empty: its first line must name the columns`);
  yield* csvRows(group, columns, format);
}

function header(path: string, record: RawRecord, format: SourceFormat): readonly string[] {
  const columns = 'text' in record ? cells([record.text], format)?.[0] : undefined;
  if (!columns) throw new ImportError(`${path} does not begin with a line of column names`);
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new ImportError(`${path} names the column "${twice}" twice`);
  return columns;
}

function* csvRows(
  group: readonly RawRecord[],
  columns: readonly string[],
  format: SourceFormat,
): Generator<Row> {
  const texts = group.flatMap((record) => ('text' in record ? [record.text] : []));
  const together = cells(texts, format);
  let next = 0;
  for (const record of group) {
    if (!('text' in record)) {
      yield record;
      continue;
    }
    // One broken record spoils the group it is parsed in: then each is parsed alone.
    const row = together ? together[next++] : cells([record.text], format)?.[0];
    if (!row) yield { line: record.line, refusal: 'the record is not valid CSV' };
    else if (row.length !== columns.length)
      yield {
        line: record.line,
        refusal: `the record has ${row.length} cells, the header ${columns.length}`,
      };
    else
      yield {
        line: record.line,
        values: Object.fromEntries(row.map((cell, i) => [columns[i] as string, cell])),
      };
  }
}

/** The cells of each record, or undefined when they do not parse into as many. */
function cells(texts: readonly string[], { delimiter = ',' }: SourceFormat): string[][] | undefined {
  try {
    const rows: string[][] = parse(texts.join('\n'), { delimiter, relax_column_count: true });
    return rows.length === texts.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function jsonRow({ line, text }: { line: number; text: string }): Row {
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return { line, values: values as Record<string, unknown> };
    return { line, refusal: 'the line is not a JSON object' };
  } catch {
    return { line, refusal: 'the line is not valid JSON' };
  }
}
