import type { ProvenanceForward } from '@coinwarden/contracts';
import {
  type CoinUse,
  type FollowedGift,
  followCoins,
  noDiamondFates,
  type WholeGifts,
} from '@coinwarden/domain';
import type { GiftRecord } from '../persistence/gifts.store.js';
import { type LotRecord, readLotsOf } from '../persistence/lots.store.js';
import type { MovementRecord } from '../persistence/movements.store.js';
import { readMovementsAndWholeGifts, type WholeGiftRecord } from '../persistence/whole-gifts.store.js';
import { forwardView } from './forward-view.js';
import type { LineageReader, TransactionKey } from './lineage-reader.js';
import { readPurchases } from './purchase-standings.js';
import type { KnownGifts } from './read-gift-facts.js';

/** A lot to follow, and what became of it. */
export interface FollowedLot {
  readonly lotId: string;
  readonly lot: LotRecord;
  readonly granted: bigint;
  readonly uses: readonly CoinUse[];
}

interface Followable {
  readonly lots: readonly FollowedLot[];
  /** Gifts that the uses of the lots do not name, and the largest of them. */
  readonly wholeGifts: readonly WholeGifts[];
  readonly largestWhole: readonly FollowedGift[];
}

export interface ForwardRequest extends TransactionKey {
  readonly kind: 'purchase' | 'reward' | 'conversion' | 'gift';
  readonly limit: number;
}

/** Everything that became of the coins of a transaction; null when it has none. */
export async function readForward(
  reader: LineageReader,
  request: ForwardRequest,
): Promise<ProvenanceForward | null> {
  const { lots, wholeGifts, largestWhole } =
    request.kind === 'gift' ? await giftAlone(reader, request.transactionId) : await lotsOf(reader, request);
  if (lots.length === 0) return null;
  await reader.readOnward(new Set(lots.flatMap(({ uses }) => uses.flatMap(namedGift))));
  const { isConversion, now } = reader;
  const followed = followCoins({ lineage: reader.lineage(), lots, wholeGifts, isConversion, now });
  const { accountId, transactionId: purchaseId } = request;
  const purchases =
    request.kind === 'purchase' ? await readPurchases(reader.db, [{ accountId, purchaseId }]) : new Map();
  const purchase = purchases.get(purchaseId) ?? null;
  return forwardView({ reader, lots, followed, largestWhole, purchase, limit: request.limit });
}

const namedGift = ({ fate, transactionId }: CoinUse): string[] =>
  fate === 'gifted' && transactionId !== null ? [transactionId] : [];

/** The lots it granted, with the gifts they paid for. */
async function lotsOf(reader: LineageReader, request: ForwardRequest): Promise<Followable> {
  const lots = await readLotsOf(reader.db, request);
  for (const lot of lots) reader.lots.set(lot.lotId, lot);
  const { now } = reader;
  const { limit } = request;
  const { movements, diamondLots, wholeGifts, largest } = await readMovementsAndWholeGifts(reader.db, lots, {
    now,
    limit,
  });
  const inWhole = new Map<string, bigint>();
  for (const { lotId, coins } of wholeGifts) inWhole.set(lotId, (inWhole.get(lotId) ?? 0n) + coins);
  const uses = await reader.usesOf(lots, movements, inWhole);
  await readGiftsOf(reader, movements, diamondLots);
  return {
    lots: lots.map((lot) => ({ lotId: lot.lotId, lot, granted: lot.granted, uses: uses.get(lot.lotId)! })),
    wholeGifts,
    largestWhole: largest.map((gift) => followedWhole(gift, now)),
  };
}

function followedWhole({ lotId, ...gift }: WholeGiftRecord, now: number): FollowedGift {
  const { coins, maturesAt } = gift;
  const facts = {
    ...gift,
    sources: [{ lotId, coins }],
    diamonds: coins,
    remaining: coins,
    repaid: 0n,
    clawed: [],
    taken: [],
  };
  const left = maturesAt > now ? 'maturing' : 'available';
  return { gift: facts, coins, diamonds: { ...noDiamondFates(), [left]: coins } };
}

/** Gifts that were paid for by these lots alone are told by their movements; the books are asked about the others. */
async function readGiftsOf(
  reader: LineageReader,
  movements: readonly MovementRecord[],
  diamondLots: KnownGifts['diamondLots'],
): Promise<void> {
  const gifts = new Map<string, GiftRecord>();
  const sources = new Map<string, { lotId: string; coins: bigint }[]>();
  for (const movement of movements) {
    if (movement.kind !== 'gift' || movement.reason !== 'spent') continue;
    const { transactionId: giftId, accountId: senderId, totalCoins, lotId, coins, at } = movement;
    gifts.set(giftId, { giftId, senderId, creatorId: movement.counterpartyId!, coins: totalCoins, at });
    const known = sources.get(giftId);
    if (known) known.push({ lotId, coins });
    else sources.set(giftId, [{ lotId, coins }]);
  }
  for (const [giftId, known] of sources) {
    let coins = 0n;
    for (const source of known) coins += source.coins;
    if (coins !== gifts.get(giftId)!.coins) sources.delete(giftId);
  }
  await reader.addGifts([...gifts.values()], { sources, diamondLots });
}

/**
 * One gift without whatever else its lots paid for: they stand in for it under names of their own, so that nothing is
 * taken for the gift's that came out of the same lots another way.
 */
async function giftAlone(reader: LineageReader, giftId: string): Promise<Followable> {
  await reader.readGifts([giftId]);
  const gift = reader.gifts.get(giftId);
  if (!gift) return { lots: [], wholeGifts: [], largestWhole: [] };
  const lots = gift.sources.map(({ lotId, coins }) => {
    const lot = reader.lots.get(lotId)!;
    const alone = { ...lot, lotId: `${lotId}/${giftId}` };
    reader.lots.set(alone.lotId, alone);
    const uses = [{ fate: 'gifted', transactionId: giftId, coins } as const];
    return { lotId: alone.lotId, lot, granted: coins, uses };
  });
  reader.gifts.set(giftId, {
    ...gift,
    sources: lots.map(({ lotId, granted }) => ({ lotId, coins: granted })),
  });
  return { lots, wholeGifts: [], largestWhole: [] };
}
