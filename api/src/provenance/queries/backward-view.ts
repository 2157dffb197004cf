import type { ProvenanceBackward } from '@coinwarden/contracts';
import {
  grouped,
  type Origins,
  type Part,
  PURCHASE_CONCERNS,
  type PurchaseConcern,
  traceOrigins,
} from '@coinwarden/domain';
import type { PurchaseKey } from '../persistence/purchases.store.js';
import { byAmount, largest, numbers, sumOf } from './amounts.js';
import type { LineageReader } from './lineage-reader.js';
import { type AmountByConcern, noConcerns, readConcerns, readPurchases } from './purchase-standings.js';

export interface GiftAmount {
  readonly giftId: string;
  readonly amount: bigint;
}

export interface BackwardParts {
  readonly unit: 'COIN' | 'DIAMOND';
  readonly parts: readonly Part[];
  readonly foreseen: boolean;
  readonly gifts: readonly GiftAmount[];
  /** Of the amount, what was not read at all. */
  readonly beyond: bigint;
  readonly maturity: { readonly available: bigint; readonly maturing: bigint } | null;
  readonly limit: number;
}

interface PurchaseShare extends PurchaseKey {
  readonly id: string;
  readonly amount: bigint;
  readonly direct: bigint;
  readonly concern: PurchaseConcern;
}

/** What stands behind an amount, as it is shown: sums of everything, and the largest of each kind by name. */
export async function backwardView(
  reader: LineageReader,
  { unit, parts, foreseen, gifts, beyond, maturity, limit }: BackwardParts,
): Promise<ProvenanceBackward> {
  const origins = traceOrigins(parts, reader.lots);
  const shares = await sharesOf(reader, origins);
  const bought = sumOf(shares, amountOf);
  return {
    unit,
    total: Number(origins.total + beyond),
    foreseen,
    parts: {
      purchases: Number(bought),
      rewards: Number(origins.rewards),
      further: Number(origins.further + beyond),
    },
    concerns: numbers(PURCHASE_CONCERNS, concernsOf(shares)),
    maturity: maturity && { available: Number(maturity.available), maturing: Number(maturity.maturing) },
    purchases: await purchasesView(reader, shares, limit),
    buyers: buyersView(shares, limit),
    gifts: giftsView(reader, gifts, limit),
  };
}

async function sharesOf(reader: LineageReader, { purchases }: Origins): Promise<PurchaseShare[]> {
  const keys = new Map<string, PurchaseKey>();
  for (const { accountId, origin } of reader.lots.values()) {
    if (origin.by !== 'purchase' && origin.by !== 'reinstatement') continue;
    if (purchases.has(origin.purchaseId)) {
      keys.set(origin.purchaseId, { accountId, purchaseId: origin.purchaseId });
    }
  }
  const concerns = await readConcerns(reader.db, [...keys.values()]);
  const shares = [...purchases].map(([purchaseId, share]) => ({
    ...share,
    ...keys.get(purchaseId)!,
    id: purchaseId,
    concern: concerns.get(purchaseId)!,
  }));
  return shares.sort(gravestFirst);
}

/** However small its share: what there is something to say against is never hidden behind what there is not. */
const gravestFirst = (a: PurchaseShare, b: PurchaseShare): number =>
  PURCHASE_CONCERNS.indexOf(a.concern) - PURCHASE_CONCERNS.indexOf(b.concern) || byAmount(a, b);

async function purchasesView(
  { db }: LineageReader,
  shares: readonly PurchaseShare[],
  limit: number,
): Promise<ProvenanceBackward['purchases']> {
  const [items, rest] = [shares.slice(0, limit), shares.slice(limit)];
  const shown = await readPurchases(db, items);
  return {
    items: items.map(({ purchaseId, amount, direct }) => ({
      ...shown.get(purchaseId)!,
      amount: Number(amount),
      direct: Number(direct),
    })),
    rest: {
      count: rest.length,
      amount: Number(sumOf(rest, amountOf)),
      concerns: numbers(PURCHASE_CONCERNS, concernsOf(rest)),
    },
  };
}

function buyersView(shares: readonly PurchaseShare[], limit: number): ProvenanceBackward['buyers'] {
  const byBuyer = grouped(shares, (share) => share.accountId);
  const buyers = [...byBuyer]
    .map(([id, bought]) => ({ id, bought, amount: sumOf(bought, amountOf) }))
    .sort(byAmount);
  const [items, rest] = [buyers.slice(0, limit), buyers.slice(limit)];
  return {
    items: items.map(({ id, bought, amount }) => ({
      accountId: id,
      purchases: bought.length,
      amount: Number(amount),
      concerns: numbers(PURCHASE_CONCERNS, concernsOf(bought)),
    })),
    rest: { count: rest.length, amount: Number(sumOf(rest, amountOf)) },
  };
}

function giftsView(
  reader: LineageReader,
  gifts: readonly GiftAmount[],
  limit: number,
): ProvenanceBackward['gifts'] {
  const items = largest(gifts, limit, ({ giftId: id, amount }) => ({ id, amount }));
  return {
    items: items.map(({ giftId, amount }) => {
      const { senderId, creatorId, at } = reader.gifts.get(giftId)!;
      return { giftId, senderId, creatorId, at: new Date(at).toISOString(), amount: Number(amount) };
    }),
    rest: {
      count: gifts.length - items.length,
      amount: Number(sumOf(gifts, amountOf) - sumOf(items, amountOf)),
    },
  };
}

function concernsOf(shares: readonly PurchaseShare[]): AmountByConcern {
  const sums = noConcerns();
  for (const { concern, amount } of shares) sums[concern] += amount;
  return sums;
}

const amountOf = ({ amount }: { readonly amount: bigint }): bigint => amount;
