import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { valueAt } from './at-path';
import { type Field, type Part, POLICY_PARTS, type Row } from './policy-parts';

/** One difference between two versions of a policy. */
export interface PolicyChange {
  readonly part: Part;
  /** The row it is about; null for a value that stands alone. */
  readonly row: string | null;
  readonly change:
    | { readonly kind: 'value'; readonly field: Field; readonly before: unknown; readonly after: unknown }
    | { readonly kind: 'added' | 'removed'; readonly content: Row }
    | { readonly kind: 'order'; readonly before: readonly string[]; readonly after: readonly string[] };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const wordsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What changes from one version to another, in the order the parts are shown. */
export function policyChanges(kind: MoneyBackPolicyKind, before: unknown, after: unknown): PolicyChange[] {
  return POLICY_PARTS[kind].flatMap((part) => {
    const [was, is] = [valueAt(before, part.path), valueAt(after, part.path)];
    if (same(was, is)) return [];
    if (part.kind === 'table') return tableChanges(part, rowsOf(was), rowsOf(is));
    if (part.kind === 'fields') return fieldChanges(part, part.fields, null, was, is);
    return [{ part, row: null, change: { kind: 'order', before: wordsOf(was), after: wordsOf(is) } }];
  });
}

function fieldChanges(
  part: Part,
  fields: readonly Field[],
  row: string | null,
  was: unknown,
  is: unknown,
): PolicyChange[] {
  return fields
    .map((field) => ({ field, before: valueAt(was, field.key), after: valueAt(is, field.key) }))
    .filter(({ before, after }) => !same(before, after))
    .map((value) => ({ part, row, change: { kind: 'value', ...value } }));
}

function tableChanges(
  part: Extract<Part, { kind: 'table' }>,
  was: readonly Row[],
  is: readonly Row[],
): PolicyChange[] {
  const old = new Map(was.map((row) => [part.identity(row), row]));
  const now = new Map(is.map((row) => [part.identity(row), row]));
  const removed = [...old].filter(([row]) => !now.has(row));
  const added = [...now].filter(([row]) => !old.has(row));
  const kept = [...now].flatMap(([row, content]) => {
    const before = old.get(row);
    return before ? fieldChanges(part, part.fields, row, before, content) : [];
  });
  const stayed = (rows: ReadonlyMap<string, Row>, other: ReadonlyMap<string, Row>) =>
    [...rows.keys()].filter((row) => other.has(row));
  const order = { before: stayed(old, now), after: stayed(now, old) };
  return [
    ...removed.map(([row, content]) => ({ part, row, change: { kind: 'removed' as const, content } })),
    ...added.map(([row, content]) => ({ part, row, change: { kind: 'added' as const, content } })),
    ...kept,
    ...(part.ordered && !same(order.before, order.after)
      ? [{ part, row: null, change: { kind: 'order' as const, ...order } }]
      : []),
  ];
}
