/** Amounts as JSON carries them. */
export const numbers = <Key extends string>(
  keys: readonly Key[],
  amounts: Readonly<Record<Key, bigint>>,
): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, Number(amounts[key])])) as Record<Key, number>;

export interface Ranked {
  readonly amount: bigint;
  readonly id: string;
}

/** Largest first; the id settles ties. */
export const byAmount = (a: Ranked, b: Ranked): number =>
  a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1;

/** The largest by name, in one pass; the others are whatever the totals have beyond them. */
export function largest<Row>(rows: Iterable<Row>, limit: number, rank: (row: Row) => Ranked): Row[] {
  const top: { row: Row; rank: Ranked }[] = [];
  for (const row of rows) {
    const one = { row, rank: rank(row) };
    if (top.length === limit && byAmount(top[limit - 1]!.rank, one.rank) < 0) continue;
    const place = top.findIndex((other) => byAmount(one.rank, other.rank) < 0);
    top.splice(place < 0 ? top.length : place, 0, one);
    if (top.length > limit) top.pop();
  }
  return top.map(({ row }) => row);
}

export function sumOf<Row>(rows: Iterable<Row>, amount: (row: Row) => bigint): bigint {
  let sum = 0n;
  for (const row of rows) sum += amount(row);
  return sum;
}
