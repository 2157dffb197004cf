import type { Queryable } from '../database/sql.js';
import { whereAll } from './staff-list.js';
import type { StaffListRequest, StaffResource } from './staff-query.js';

/** Rows that are read at a time: few enough to hold, enough that the asking costs little. */
const PAGE_ROWS = 500;

interface Read<Row extends object, Item> {
  readonly resource: StaffResource;
  readonly request: StaffListRequest;
  toRecord(row: Row): Item;
}

type Keyed = Readonly<Record<string, string>>;

/**
 * All records a filter finds, page by page in the order of the list. Each page begins behind the sort keys of the last
 * row, as they were when it was read: a row that changed or went meanwhile loses no other. Ends when nobody reads on.
 */
export async function* staffRecordPages<Row extends object, Item>(
  db: Queryable,
  { resource, request, toRecord }: Read<Row, Item>,
): AsyncGenerator<readonly Item[]> {
  const { keys, order } = request;
  const names = keys.map((_, i) => `page_key_${i}`);
  const columns = keys.map((key, i) => `(${key})::text AS ${names[i]}`).join(', ');
  let last: Keyed | undefined;
  for (;;) {
    const values = [...request.values];
    const conditions = [...request.conditions];
    if (last !== undefined) {
      const behind = names.map((name) => `$${values.push(last?.[name])}`).join(', ');
      conditions.push(`(${keys.join(', ')}) ${order === 'ASC' ? '>' : '<'} (${behind})`);
    }
    const rows: Row[] = await db.query<Row>(
      `SELECT ${resource.select}, ${columns} FROM ${resource.from} ${whereAll(conditions)}
       ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ${PAGE_ROWS}`,
      values,
    );
    if (rows.length > 0) yield rows.map(toRecord);
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1) as unknown as Keyed;
  }
}
