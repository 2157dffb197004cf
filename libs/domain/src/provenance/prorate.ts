/**
 * Shares in whole units, by largest remainder: each share is its exact proportion rounded down or up, the shares sum to the
 * total, and ties go to the first. A share never exceeds its weight as long as the total does not exceed their sum.
 */
export function prorate(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  if (total < 0n || (sum === 0n && total > 0n)) throw new RangeError(`cannot share ${total} among ${sum}`);
  if (total === sum) return [...weights];
  if (total === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight) => (weight * total) / sum);
  let left = total;
  for (const share of shares) left -= share;
  const remainders = weights.map((weight, i) => weight * total - shares[i]! * sum);
  const byClaim = [...weights.keys()].sort((a, b) => {
    const difference = remainders[b]! - remainders[a]!;
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
  });
  for (const at of byClaim.slice(0, Number(left))) shares[at]! += 1n;
  return shares;
}

/**
 * Shares every column among the rows so that each row and each column sums exactly. Column after column takes its
 * proportion of what the rows have left: so what came later never changes what was shared before.
 */
export function prorateTable(rows: readonly bigint[], columns: readonly bigint[]): bigint[][] {
  if (rows.length === 1) {
    if (columns.reduce((sum, column) => sum + column, 0n) === rows[0]) return [[...columns]];
  }
  const left = [...rows];
  const table: bigint[][] = rows.map(() => []);
  for (const column of columns) {
    for (const [i, share] of prorate(column, left).entries()) {
      table[i]!.push(share);
      left[i]! -= share;
    }
  }
  if (left.some((amount) => amount !== 0n)) throw new RangeError('rows and columns have different sums');
  return table;
}
