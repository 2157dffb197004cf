import type { GiftFacts, LotFacts } from './lineage-facts.js';
import { divideParts, type Part, rescaleParts } from './parts.js';
import { prorate } from './prorate.js';

/** The diamonds of a gift by what became of them, each with the coin lots behind it. */
export interface DividedGift {
  readonly clawed: readonly Part[];
  readonly repaid: readonly Part[];
  /** By the withdrawal or conversion that took them. */
  readonly taken: ReadonlyMap<string, readonly Part[]>;
  readonly remaining: readonly Part[];
}

const UNTOUCHED = { clawed: [], repaid: [], taken: new Map<string, readonly Part[]>() };

/**
 * Which coins stand behind which diamonds of a gift. Diamonds taken back for a purchase are of that purchase's coins, as
 * the clawback meant it; everything else is of all coins that are left, pro rata. The shares of each fate sum to it, and
 * those of each lot sum to its coins in the gift.
 */
export function divideGift(
  gift: GiftFacts,
  args: { sources: readonly Part[]; lots: ReadonlyMap<string, LotFacts> },
): DividedGift {
  let left = rescaleParts(args.sources, gift.diamonds);
  if (gift.remaining === gift.diamonds) return { ...UNTOUCHED, remaining: left };
  const clawed: Part[] = [];
  let beyond = 0n;
  for (const { purchaseId, diamonds } of gift.clawed) {
    const own = takeOwn(left, diamonds, (lotId) => purchaseOf(args.lots.get(lotId)) === purchaseId);
    clawed.push(...own.taken);
    left = own.left;
    beyond += own.missing;
  }
  const shares = divideParts(left, [
    beyond,
    gift.repaid,
    ...gift.taken.map((one) => one.diamonds),
    gift.remaining,
  ]);
  return {
    clawed: [...clawed, ...shares[0]!],
    repaid: shares[1]!,
    taken: new Map(gift.taken.map(({ transactionId }, i) => [transactionId, shares[i + 2]!])),
    remaining: shares.at(-1)!,
  };
}

const purchaseOf = (lot: LotFacts | undefined): string | null =>
  lot?.origin.by === 'purchase' ? lot.origin.purchaseId : null;

/** Takes from the parts that are its own, in proportion; what they lack is `missing`. */
function takeOwn(
  parts: readonly Part[],
  wanted: bigint,
  isOwn: (lotId: string) => boolean,
): { taken: Part[]; left: Part[]; missing: bigint } {
  const most = parts.map((part) => (part.of === null && isOwn(part.lotId) ? part.amount : 0n));
  const reach = most.reduce((sum, amount) => sum + amount, 0n);
  const total = wanted < reach ? wanted : reach;
  const shares = prorate(total, most);
  const taken: Part[] = [];
  const left: Part[] = [];
  for (const [i, part] of parts.entries()) {
    const amount = shares[i]!;
    if (amount > 0n) taken.push({ ...part, amount });
    if (amount === 0n) left.push(part);
    else if (amount < part.amount) left.push({ ...part, amount: part.amount - amount });
  }
  return { taken, left, missing: wanted - total };
}
