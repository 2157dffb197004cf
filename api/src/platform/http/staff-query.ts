import { z } from 'zod';
import { ProblemError } from './problem-error.js';
import { anyOf, MAX_FILTER_VALUES, type StaffFilter } from './staff-filters.js';

/** What a staff resource lets be listed: trusted SQL, and the only fields by which its rows are filtered and sorted. */
export interface StaffResource {
  readonly name: string;
  readonly select: string;
  readonly from: string;
  /** The record's `id`: unique in `from`. */
  readonly id: { readonly column: string; readonly schema: z.ZodType<string | bigint> };
  readonly filters: Readonly<Record<string, StaffFilter>>;
  /** Field → expression that is never null and, in a large table, leads an index, so that no page sorts the table. */
  readonly sorts: Readonly<Record<string, string>>;
  readonly defaultSort: readonly [field: string, order: 'ASC' | 'DESC'];
}

export const MAX_PAGE_ROWS = 200;
/** Offsets read what they skip; deeper pages name the last record seen (`after`) and start there. */
export const MAX_OFFSET_ROWS = 10_000;

export interface StaffListRequest {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  /** The sort expressions, the id last: together they are unique. */
  readonly keys: readonly string[];
  readonly order: 'ASC' | 'DESC';
  readonly start: number;
  readonly rows: number;
  /** The id of the record the page follows; the rows before it are then not read again. */
  readonly after: string | bigint | null;
}

type PointedError = { pointer: string; detail: string };
const refuse = (errors: PointedError[]): never => {
  throw new ProblemError('request.invalid', 'The list cannot be asked for like this.', errors);
};

const listQuery = z.strictObject({
  filter: z.string().max(20_000).default('{}'),
  range: z.string().max(100).optional(),
  sort: z.string().max(200).optional(),
  after: z.string().min(1).max(200).optional(),
});
/** Kept as it came: a record schema would quietly drop a field named `__proto__`. */
const filterShape = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { error: 'must be an object' },
);
const rangeShape = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([start, end]) => end >= start, { message: 'must end at or after its start' });
const sortShape = z.tuple([z.string(), z.enum(['ASC', 'DESC'])]);

/** Reads `filter`, `range`, `sort` and `after`. Anything the resource does not declare is a 422 that points at it. */
export function parseStaffList(resource: StaffResource, query: unknown): StaffListRequest {
  const raw = parsed(listQuery, query, '/query');
  const values: unknown[] = [];
  const filter =
    raw.filter === '' ? {} : parsed(filterShape, json(raw.filter, '/query/filter'), '/query/filter');
  const conditions = parseFilter(resource, filter, (value) => `$${values.push(value)}`);
  const [field, order] =
    raw.sort === undefined
      ? resource.defaultSort
      : parsed(sortShape, json(raw.sort, '/query/sort'), '/query/sort');
  const after = raw.after === undefined ? null : parsed(resource.id.schema, raw.after, '/query/after');
  const [start, end] =
    raw.range === undefined
      ? [0, (Object.hasOwn(filter, 'id') ? MAX_FILTER_VALUES : 25) - 1]
      : parsed(rangeShape, json(raw.range, '/query/range'), '/query/range');
  if (start > MAX_OFFSET_ROWS && after === null)
    refuse([
      {
        pointer: '/query/range/0',
        detail: `must be at most ${MAX_OFFSET_ROWS}; go deeper with after=<last id seen>`,
      },
    ]);
  return {
    conditions,
    values,
    keys: sortKeys(resource, field),
    order,
    start,
    rows: Math.min(end - start + 1, MAX_PAGE_ROWS),
    after,
  };
}

function parseFilter(
  resource: StaffResource,
  filter: Record<string, unknown>,
  param: (value: unknown) => string,
): string[] {
  const known: StaffResource['filters'] = {
    ...resource.filters,
    id: anyOf(resource.id.column, resource.id.schema),
  };
  return Object.entries(filter).map(([field, value]) => {
    const declared = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!declared)
      return refuse([{ pointer: pointer('/query/filter', [field]), detail: unknownField(known) }]);
    return declared.where(parsed(declared.schema, value, pointer('/query/filter', [field])) as never, param);
  });
}

function sortKeys(resource: StaffResource, field: string): string[] {
  const known: StaffResource['sorts'] = { ...resource.sorts, id: resource.id.column };
  const column = Object.hasOwn(known, field) ? known[field] : undefined;
  if (!column) return refuse([{ pointer: '/query/sort/0', detail: unknownField(known) }]);
  return column === resource.id.column ? [column] : [column, resource.id.column];
}

const unknownField = (known: object) => `is not one of ${Object.keys(known).sort().join(', ')}`;

const pointer = (root: string, path: readonly PropertyKey[]): string =>
  [root, ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

function parsed<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return refuse(
    result.error.issues.map((issue) => ({ pointer: pointer(root, issue.path), detail: issue.message })),
  );
}

function json(text: string, root: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse([{ pointer: root, detail: 'must be JSON' }]);
  }
}
