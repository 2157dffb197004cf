import { type GiftFacts, giftMaturesAt, grouped } from '@coinwarden/domain';
import { type DiamondMovementRecord, readDiamondMovements } from '../persistence/diamond-movements.store.js';
import {
  type DiamondLotRecord,
  type GiftRecord,
  type PostedSources,
  readDiamondLots,
  readSources,
} from '../persistence/gifts.store.js';
import type { LotKey } from '../persistence/lots.store.js';
import { readSettledPurchases } from '../persistence/settlements.store.js';
import type { LineageReader } from './lineage-reader.js';

/** What has been read of gifts already, by gift: the lots that paid for them, and the lots of their diamonds. */
export interface KnownGifts {
  readonly sources: ReadonlyMap<string, PostedSources['sources']>;
  readonly diamondLots: ReadonlyMap<string, DiamondLotRecord>;
}

export const NOTHING_KNOWN: KnownGifts = { sources: new Map(), diamondLots: new Map() };

interface SourcedGift extends GiftRecord {
  readonly sources: PostedSources['sources'];
}

/** Everything about these gifts: who paid for them with which lots, and what became of their diamonds. */
export async function readGiftFacts(
  reader: LineageReader,
  records: readonly GiftRecord[],
  known: KnownGifts,
): Promise<GiftFacts[]> {
  if (records.length === 0) return [];
  const gifts = await withSources(reader, records, known.sources);
  const lots = await findDiamondLots(reader, gifts, known.diamondLots);
  const touched = lots.filter((lot) => lot.remaining < lot.granted);
  const movements = await readDiamondMovements(reader.db, touched);
  await reader.readCashOuts(movements.filter((movement) => movement.reason === 'spent'));
  const settled = await readSettledPurchases(reader.db, settlementsOf(gifts, movements));
  const movementsOf = grouped(movements, (movement) => movement.giftId);
  return gifts.map(({ giftId, senderId, creatorId, at, coins, sources }, i) => {
    const { maturesAt, granted: diamonds, remaining } = lots[i]!;
    const moved = movementsOf.get(giftId);
    const { repaid, clawed, taken } = moved === undefined ? UNTOUCHED : fatesOf(moved, settled);
    return {
      giftId,
      senderId,
      creatorId,
      at,
      coins,
      sources,
      diamonds,
      maturesAt,
      remaining,
      repaid,
      clawed,
      taken,
    };
  });
}

const UNTOUCHED = { repaid: 0n, clawed: [], taken: [] };

async function withSources(
  reader: LineageReader,
  records: readonly GiftRecord[],
  known: KnownGifts['sources'],
): Promise<SourcedGift[]> {
  const unknown = records.filter((record) => !known.has(record.giftId));
  const read = await readSources(reader.db, unknown.map(keyOf));
  const behind = new Map<string, LotKey>();
  const gifts = records.map(({ giftId, senderId, creatorId, coins, at }) => {
    const sources = known.get(giftId) ?? read.get(giftId)?.sources;
    if (!sources) throw new Error(`gift ${giftId} was never posted`);
    for (const { lotId } of sources) behind.set(lotId, { accountId: senderId, lotId });
    return { giftId, senderId, creatorId, coins, at, sources };
  });
  await reader.readLots([...behind.values()]);
  return gifts;
}

/**
 * The time of maturity leads the key of a diamond lot. It follows from when the gift was posted and until when its coins
 * were at risk. Nearly every gift was posted when it was decided; of the others the books know.
 */
async function findDiamondLots(
  reader: LineageReader,
  gifts: readonly SourcedGift[],
  known: KnownGifts['diamondLots'],
): Promise<DiamondLotRecord[]> {
  const found = new Map(known);
  const missing = () => gifts.filter(({ giftId }) => !found.has(giftId));
  const look = async (wanted: readonly SourcedGift[], postedAt: (gift: SourcedGift) => number) => {
    const keys = wanted.map((gift) => keyAt(reader, gift, postedAt(gift)));
    for (const lot of await readDiamondLots(reader.db, keys)) found.set(lot.giftId, lot);
  };
  await look(missing(), (gift) => gift.at);
  const late = missing();
  if (late.length > 0) {
    const posted = await readSources(reader.db, late.map(keyOf));
    await look(late, (gift) => posted.get(gift.giftId)?.postedAt ?? gift.at);
  }
  return gifts.map(({ giftId }) => {
    const lot = found.get(giftId);
    if (lot === undefined) throw new Error(`gift ${giftId} has no diamonds`);
    return lot;
  });
}

const keyAt = (reader: LineageReader, gift: SourcedGift, postedAt: number) => ({
  giftId: gift.giftId,
  creatorId: gift.creatorId,
  maturesAt: giftMaturesAt(postedAt, riskOf(reader, gift)),
});

function riskOf(reader: LineageReader, { sources }: SourcedGift): number | null {
  let latest: number | null = null;
  for (const { lotId } of sources) {
    const until = reader.lots.get(lotId)?.riskUntil ?? null;
    if (until !== null && (latest === null || until > latest)) latest = until;
  }
  return latest;
}

const keyOf = ({ senderId, giftId }: GiftRecord) => ({ accountId: senderId, transactionId: giftId });

function settlementsOf(gifts: readonly GiftRecord[], movements: readonly DiamondMovementRecord[]) {
  if (movements.length === 0) return [];
  const senders = new Map(gifts.map((gift) => [gift.giftId, gift.senderId]));
  return movements
    .filter(({ reason }) => reason === 'clawed' || reason === 'reinstated')
    .map(({ giftId, transactionId }) => ({ accountId: senders.get(giftId)!, settlementId: transactionId }));
}

function fatesOf(
  movements: readonly DiamondMovementRecord[],
  settled: ReadonlyMap<string, string>,
): Pick<GiftFacts, 'repaid' | 'clawed' | 'taken'> {
  const clawed = new Map<string, bigint>();
  const taken: { transactionId: string; diamonds: bigint }[] = [];
  let repaid = 0n;
  for (const { reason, transactionId, diamonds } of movements) {
    if (reason === 'repaid') repaid += diamonds;
    else if (reason === 'spent') taken.push({ transactionId, diamonds });
    else {
      const purchaseId = settled.get(transactionId);
      if (!purchaseId) throw new Error(`diamonds were ${reason} by ${transactionId}, which settled nothing`);
      const change = reason === 'clawed' ? diamonds : -diamonds;
      clawed.set(purchaseId, (clawed.get(purchaseId) ?? 0n) + change);
    }
  }
  const standing = [...clawed].filter(([, diamonds]) => diamonds !== 0n);
  return { repaid, taken, clawed: standing.map(([purchaseId, diamonds]) => ({ purchaseId, diamonds })) };
}
