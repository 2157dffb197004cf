import { type GiftFacts, giftMaturesAt } from '@coinwarden/domain';
import { findGiftLots } from '../../ledger/ledger.public.js';
import { type DiamondMovementRecord, readDiamondMovements } from '../persistence/diamond-movements.store.js';
import {
  type DiamondLotRecord,
  type GiftRecord,
  type PostedSources,
  readDiamondLots,
  readSources,
} from '../persistence/gifts.store.js';
import { readSettledPurchases } from '../persistence/settlements.store.js';
import { grouped } from './amounts.js';
import type { LineageReader } from './lineage-reader.js';

export type KnownSources = ReadonlyMap<string, PostedSources['sources']>;

interface SourcedGift extends GiftRecord {
  readonly sources: PostedSources['sources'];
}

/** Everything about these gifts: who paid for them with which lots, and what became of their diamonds. */
export async function readGiftFacts(
  reader: LineageReader,
  records: readonly GiftRecord[],
  known: KnownSources,
): Promise<GiftFacts[]> {
  if (records.length === 0) return [];
  const gifts = await withSources(reader, records, known);
  const lots = await findDiamondLots(reader, gifts);
  const touched = [...lots.values()].filter((lot) => lot.remaining < lot.granted);
  const movements = await readDiamondMovements(reader.db, touched);
  for (const { cashOut } of movements) if (cashOut) reader.cashOuts.set(cashOut.transactionId, cashOut);
  const settled = await readSettledPurchases(reader.db, settlementsOf(gifts, movements));
  const movementsOf = grouped(movements, (movement) => movement.giftId);
  return gifts.map((gift) => {
    const lot = lots.get(gift.giftId);
    if (!lot) throw new Error(`gift ${gift.giftId} has no diamonds`);
    const { maturesAt, granted: diamonds, remaining } = lot;
    return { ...gift, diamonds, maturesAt, remaining, ...fatesOf(movementsOf.get(gift.giftId), settled) };
  });
}

async function withSources(
  reader: LineageReader,
  records: readonly GiftRecord[],
  known: KnownSources,
): Promise<SourcedGift[]> {
  const unknown = records.filter((record) => !known.has(record.giftId));
  const read = await readSources(reader.db, unknown.map(keyOf));
  const gifts = records.map((record) => {
    const sources = known.get(record.giftId) ?? read.get(record.giftId)?.sources;
    if (!sources) throw new Error(`gift ${record.giftId} was never posted`);
    return { ...record, sources };
  });
  const keys = gifts.flatMap(({ senderId: accountId, sources }) =>
    sources.map(({ lotId }) => ({ accountId, lotId })),
  );
  await reader.readLots(keys);
  return gifts;
}

/**
 * The time of maturity leads the key of a diamond lot. It follows from when the gift was posted, mostly when it was decided,
 * and from the risk of its coins; so each is found at once, and only what defies that is looked for.
 */
async function findDiamondLots(
  reader: LineageReader,
  gifts: readonly SourcedGift[],
): Promise<Map<string, DiamondLotRecord>> {
  const found = new Map<string, DiamondLotRecord>();
  const find = async (postedAt: (gift: SourcedGift) => number) => {
    const missing = gifts.filter((gift) => !found.has(gift.giftId));
    const keys = missing.map((gift) => ({
      ...gift,
      maturesAt: giftMaturesAt(postedAt(gift), riskOf(reader, gift)),
    }));
    for (const lot of await readDiamondLots(reader.db, keys)) found.set(lot.giftId, lot);
    return gifts.filter((gift) => !found.has(gift.giftId));
  };
  const late = await find((gift) => gift.at);
  if (late.length === 0) return found;
  const posted = await readSources(reader.db, late.map(keyOf));
  const postedAt = (gift: SourcedGift) => posted.get(gift.giftId)?.postedAt ?? gift.at;
  const odd = await find(postedAt);
  const wanted = odd.map((gift) => ({
    transactionId: gift.giftId,
    creatorId: gift.creatorId,
    postedAt: postedAt(gift),
  }));
  for (const { lotId: giftId, ...lot } of await findGiftLots(reader.db, wanted)) {
    found.set(giftId, { giftId, ...lot });
  }
  return found;
}

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
  const senders = new Map(gifts.map((gift) => [gift.giftId, gift.senderId]));
  return movements
    .filter(({ reason }) => reason === 'clawed' || reason === 'reinstated')
    .map(({ giftId, transactionId }) => ({ accountId: senders.get(giftId)!, settlementId: transactionId }));
}

function fatesOf(
  movements: readonly DiamondMovementRecord[] = [],
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
