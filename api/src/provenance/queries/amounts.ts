/** Amounts as JSON carries them. */
export const numbers = <Key extends string>(
  keys: readonly Key[],
  amounts: Readonly<Record<Key, bigint>>,
): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, Number(amounts[key])])) as Record<Key, number>;

/** Largest first; the id settles ties. */
export const byAmount = (
  a: { readonly amount: bigint; readonly id: string },
  b: { readonly amount: bigint; readonly id: string },
): number => (a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1);

/** The first of them by name, and the others, to be added up. */
export const limited = <Row>(rows: readonly Row[], limit: number): { items: Row[]; rest: Row[] } => ({
  items: rows.slice(0, limit),
  rest: rows.slice(limit),
});

/** Rows by what the key says of them, in their order. */
export function grouped<Row>(rows: Iterable<Row>, key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
