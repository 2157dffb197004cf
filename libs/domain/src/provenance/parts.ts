import { prorate, prorateTable } from './prorate.js';

/**
 * What an amount is made of. A part is named by the coin lot it came out of; where that lot was itself made of others and
 * they are known, they are its own parts and sum to it. Looking deeper therefore never changes a share that was seen before.
 */
export interface Part {
  readonly lotId: string;
  readonly amount: bigint;
  readonly of: readonly Part[] | null;
}

export const sumOfParts = (parts: readonly Part[]): bigint => {
  let sum = 0n;
  for (const part of parts) sum += part.amount;
  return sum;
};

const sumOf = (amounts: readonly bigint[]): bigint => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};

/** Divides a whole among the things it became, which sum to it: what each of them is made of. */
export function divideParts(parts: readonly Part[], amounts: readonly bigint[]): Part[][] {
  const only = parts.length === 1 ? parts[0]! : null;
  if (only?.of === null && sumOf(amounts) === only.amount) {
    return amounts.map((amount) => (amount === 0n ? [] : [{ ...only, amount }]));
  }
  const result: Part[][] = amounts.map(() => []);
  const table = prorateTable(
    parts.map((part) => part.amount),
    amounts,
  );
  for (const [i, { lotId, of }] of parts.entries()) {
    const row = table[i]!;
    const deeper = of === null ? null : divideParts(of, row);
    for (const [j, amount] of row.entries()) {
      if (amount > 0n) result[j]!.push({ lotId, amount, of: deeper === null ? null : deeper[j]! });
    }
  }
  return result;
}

/** Puts parts of several amounts together, lot by lot, in the order in which the lots first appear. */
export function mergeParts(lists: readonly (readonly Part[])[]): Part[] {
  const merged = new Map<string, { amount: bigint; of: (readonly Part[])[] | null }>();
  for (const parts of lists) {
    for (const { lotId, amount, of } of parts) {
      const known = merged.get(lotId);
      if (known === undefined) {
        merged.set(lotId, { amount, of: of === null ? null : [of] });
        continue;
      }
      known.amount += amount;
      if ((known.of === null) !== (of === null))
        throw new Error(`lot ${lotId} is looked into only in places`);
      if (of !== null) known.of?.push(of);
    }
  }
  return [...merged].map(([lotId, { amount, of }]) => ({
    lotId,
    amount,
    of: of === null ? null : mergeParts(of),
  }));
}

/** The same proportions of another total, as when diamonds become coins. */
export function rescaleParts(parts: readonly Part[], total: bigint): readonly Part[] {
  if (sumOfParts(parts) === total) return parts;
  const amounts = prorate(
    total,
    parts.map((part) => part.amount),
  );
  return parts.flatMap(({ lotId, of }, i) => {
    const amount = amounts[i]!;
    return amount === 0n ? [] : [{ lotId, amount, of: of === null ? null : rescaleParts(of, amount) }];
  });
}
