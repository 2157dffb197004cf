import type { LotFacts } from './lineage-facts.js';
import type { Part } from './parts.js';

/** What stands behind an amount in the end. Purchases, rewards and what was not looked into sum to the whole. */
export interface Origins {
  readonly total: bigint;
  /** By purchase; `direct` is what came without a conversion in between. */
  readonly purchases: ReadonlyMap<string, { amount: bigint; direct: bigint }>;
  readonly rewards: bigint;
  /** Behind more conversions than were looked through. */
  readonly further: bigint;
}

/** Adds up what the parts are made of, down to the lots that were bought or given. */
export function traceOrigins(parts: readonly Part[], lots: ReadonlyMap<string, LotFacts>): Origins {
  const purchases = new Map<string, { amount: bigint; direct: bigint }>();
  const sums = { total: 0n, rewards: 0n, further: 0n };
  const add = ({ lotId, amount }: Part, direct: boolean) => {
    const origin = lots.get(lotId)?.origin;
    if (!origin) throw new Error(`lot ${lotId} was not read`);
    sums.total += amount;
    if (origin.by === 'reward') sums.rewards += amount;
    else if (origin.by === 'conversion') sums.further += amount;
    else {
      const sum = purchases.get(origin.purchaseId) ?? { amount: 0n, direct: 0n };
      sum.amount += amount;
      if (direct) sum.direct += amount;
      purchases.set(origin.purchaseId, sum);
    }
  };
  const walk = (list: readonly Part[], direct: boolean) => {
    for (const part of list) {
      if (part.of === null) add(part, direct);
      else walk(part.of, false);
    }
  };
  walk(parts, true);
  return { ...sums, purchases };
}
