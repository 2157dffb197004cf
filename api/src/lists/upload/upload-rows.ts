import {
  instant,
  LIST_UPLOAD_COLUMNS,
  type ListUploadRequest,
  MAX_LIST_UPLOAD_ROWS,
  readListValue,
  shortText,
} from '@coinwarden/contracts';
import { LIST_NAMES, LIST_VALUE_TYPES, type ListName, type ListValueType } from '@coinwarden/domain';
import { type CsvRow, readCsv, textRefused } from '../../platform/csv/csv-rows.js';
import type { RowError } from '../../platform/csv/rows-refused.js';

type Column = (typeof LIST_UPLOAD_COLUMNS)[number];
type Cells = CsvRow<Column>['cells'];

export interface UploadRow {
  readonly line: number;
  readonly list: ListName;
  readonly type: ListValueType;
  readonly value: string;
  readonly written: string;
  readonly reason: string;
  readonly expiresAt: Date | null;
}

export interface UploadRows {
  readonly total: number;
  /** Each value once per list, in the order of the upload. */
  readonly rows: readonly UploadRow[];
  readonly repeated: number;
  readonly errors: readonly RowError[];
}

/** Reads an upload row by row: what each would put on which list, or what is wrong with it and on which line. */
export function readUploadRows(request: ListUploadRequest, now: number): UploadRows {
  const rows = new Map<string, UploadRow>();
  const errors: RowError[] = [];
  let total = 0;
  let repeated = 0;
  for (const { line, cells } of readLines(request.text)) {
    if (++total > MAX_LIST_UPLOAD_ROWS)
      throw textRefused(`must not have more than ${MAX_LIST_UPLOAD_ROWS} rows`);
    const row = readRow(cells, request, now);
    if (typeof row === 'string') errors.push({ line, value: (cells.value ?? '').slice(0, 80), detail: row });
    else {
      const key = `${row.list} ${row.type} ${row.value}`;
      if (rows.has(key)) repeated++;
      else rows.set(key, { ...row, line });
    }
  }
  if (total === 0) throw textRefused('must have at least one row');
  return { total, rows: [...rows.values()], repeated, errors };
}

/** A first line that names the column `value` makes it CSV; else every line is a value, commas and all. */
function readLines(text: string): Iterable<CsvRow<Column>> {
  const table = readCsv(text, LIST_UPLOAD_COLUMNS);
  return table.columns.has('value') ? table.rows() : readPlain(text.replace(/^\uFEFF/, ''));
}

function* readPlain(text: string): Generator<CsvRow<Column>> {
  for (const [i, value] of text.split(/\r?\n/).entries()) {
    if (value.trim() !== '') yield { line: i + 1, cells: { value } };
  }
}

function readRow(cells: Cells, request: ListUploadRequest, now: number): Omit<UploadRow, 'line'> | string {
  const list = cells.list ? LIST_NAMES.find((name) => name === cells.list!.toLowerCase()) : request.list;
  if (!list) return `list: must be one of ${LIST_NAMES.join(', ')}`;
  const type = cells.type ? LIST_VALUE_TYPES.find((t) => t === cells.type!.toLowerCase()) : request.type;
  if (!type) return `type: must be one of ${LIST_VALUE_TYPES.join(', ')}`;
  const read = readListValue(type, cells.value ?? '');
  if ('detail' in read) return read.detail;
  const reason = cells.reason || request.reason;
  if (!shortText.safeParse(reason).success) return 'reason: must not be longer than 200 characters';
  const expiry = cells.expiresAt || request.expiresAt || null;
  if (expiry !== null && !instant.safeParse(expiry).success) return 'expiresAt: must be an RFC 3339 instant';
  const expiresAt = expiry === null ? null : new Date(expiry);
  if (expiresAt && expiresAt.getTime() <= now) return 'expiresAt: must be in the future';
  return { list, type, value: read.value, written: (cells.value ?? '').trim(), reason, expiresAt };
}
