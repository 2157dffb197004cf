import { type BoundedCount, boundedCount } from '../database/bounded-count.js';
import type { Queryable } from '../database/sql.js';
import { MAX_OFFSET_ROWS, parseStaffList, type StaffListRequest, type StaffResource } from './staff-query.js';

export * from './staff-filters.js';
export { MAX_OFFSET_ROWS, MAX_PAGE_ROWS, parseStaffList, type StaffResource } from './staff-query.js';

/** Totals are exact up to here and the planner's estimate beyond. */
export const EXACT_TOTAL_ROWS = 10_000;

/** One page of records, and the `Content-Range` that tells where it stands in the whole. */
export class StaffPage<Item> {
  constructor(
    readonly resource: string,
    readonly start: number,
    readonly items: readonly Item[],
    readonly total: number,
  ) {}

  get contentRange(): string {
    const end = this.start + Math.max(this.items.length - 1, 0);
    return `${this.resource} ${this.start}-${end}/${this.total}`;
  }

  /** Sets the header and returns the body: the last line of a list route. */
  answer(reply: { header(name: string, value: string): unknown }): readonly Item[] {
    reply.header('Content-Range', this.contentRange);
    return this.items;
  }
}

/**
 * Lists a staff resource in react-admin's simple REST dialect: `filter`, `range` and `sort` as JSON query parameters,
 * `filter={"id":[…]}` for many, a filter on the owner's field for the records that refer to it. Pages hold at most
 * `MAX_PAGE_ROWS`, whatever the range asks; `Content-Range` tells what was served. Throws ProblemError
 * `request.invalid` for anything else.
 */
export async function listStaffRecords<Row extends object, Item>(
  db: Queryable,
  resource: StaffResource,
  query: unknown,
  toRecord: (row: Row) => Item,
): Promise<StaffPage<Item>> {
  const request = parseStaffList(resource, query);
  const rows = await readPage<Row>(db, resource, request);
  const whole = request.start === 0 && request.after === null && rows.length < request.rows;
  const total = whole
    ? rows.length
    : (await countStaffRecords(db, resource, request, EXACT_TOTAL_ROWS)).total;
  return new StaffPage(resource.name, request.start, rows.map(toRecord), total);
}

/** One record by its id, or null when there is none or the id cannot be one. */
export async function findStaffRecord<Row extends object>(
  db: Queryable,
  resource: StaffResource,
  id: string,
): Promise<Row | null> {
  const key = resource.id.schema.safeParse(id);
  if (!key.success) return null;
  const text = `SELECT ${resource.select} FROM ${resource.from} WHERE ${resource.id.column} = $1`;
  const [row] = await db.query<Row>(text, [key.data]);
  return row ?? null;
}

export const whereAll = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

function readPage<Row extends object>(db: Queryable, resource: StaffResource, request: StaffListRequest) {
  const { keys, order, after } = request;
  const values = [...request.values];
  const conditions = [...request.conditions];
  if (after !== null) {
    const key = keys.join(', ');
    const last = `SELECT ${key} FROM ${resource.from} WHERE ${resource.id.column} = $${values.push(after)}`;
    conditions.push(`(${key}) ${order === 'ASC' ? '>' : '<'} (${last})`);
  }
  const offset = after === null ? Math.min(request.start, MAX_OFFSET_ROWS) : 0;
  const text = `SELECT ${resource.select} FROM ${resource.from} ${whereAll(conditions)}
    ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')}
    LIMIT $${values.push(request.rows)} OFFSET $${values.push(offset)}`;
  return db.query<Row>(text, values);
}

/** How many records the filter finds, exactly up to `exactUpTo`. */
export const countStaffRecords = (
  db: Queryable,
  resource: StaffResource,
  { conditions, values }: StaffListRequest,
  exactUpTo: number,
): Promise<BoundedCount> =>
  boundedCount(db, { text: `SELECT 1 FROM ${resource.from} ${whereAll(conditions)}`, values }, exactUpTo);
