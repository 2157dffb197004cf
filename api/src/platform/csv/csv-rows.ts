import { type CsvError, parse } from 'csv-parse/sync';
import { ProblemError } from '../http/problem-error.js';
import { unguarded } from './csv-cell.js';

export interface CsvRow<Column extends string> {
  /** On which it begins; the header is line 1. */
  readonly line: number;
  readonly cells: Partial<Record<Column, string>>;
}

export interface CsvTable<Column extends string> {
  /** Those of the columns that the first line names, in any spelling of case, spaces and underscores. */
  readonly columns: ReadonlySet<Column>;
  rows(): Generator<CsvRow<Column>>;
}

/** A text that was sent as `/text` cannot be worked with at all. */
export const textRefused = (detail: string) =>
  new ProblemError('request.invalid', undefined, [{ pointer: '/text', detail }]);

/** Reads a text as CSV with commas, semicolons or tabs, whichever its first line has. Unknown columns are left out. */
export function readCsv<Column extends string>(raw: string, known: readonly Column[]): CsvTable<Column> {
  const text = raw.replace(/^\uFEFF/, '');
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(';') ? ';' : first.includes('\t') ? '\t' : ',';
  const header = first.split(delimiter).map((name) => columnNamed(name, known));
  return {
    columns: new Set(header.filter((column) => column !== null)),
    *rows() {
      let line = 2;
      for (const { record, info } of parseRecords(text, delimiter)) {
        const cells: Partial<Record<Column, string>> = {};
        record.forEach((cell, i) => {
          const column = header[i];
          if (column) cells[column] = unguarded(cell);
        });
        yield { line, cells };
        line = info.lines + 1;
      }
    },
  };
}

function columnNamed<Column extends string>(name: string, known: readonly Column[]): Column | null {
  const plain = name.replace(/[^a-z]/gi, '').toLowerCase();
  return known.find((column) => column.toLowerCase() === plain) ?? null;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseRecords(text: string, delimiter: string): readonly CsvRecord[] {
  try {
    return parse(text, {
      delimiter,
      from: 2,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number };
    throw textRefused(`is no CSV that can be read${lines === undefined ? '' : ` beyond line ${lines}`}`);
  }
}
