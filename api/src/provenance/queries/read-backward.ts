import type { ProvenanceBackward } from '@coinwarden/contracts';
import { type CoinFate, mergeParts, type Part } from '@coinwarden/domain';
import { readInputs } from '../persistence/diamond-movements.store.js';
import {
  type DiamondLotRecord,
  readNextDiamondLots,
  readOpenDiamondLots,
  readSources,
} from '../persistence/gifts.store.js';
import { readHeldShares } from '../persistence/movements.store.js';
import { backwardView, type GiftAmount } from './backward-view.js';
import type { LineageReader, TransactionKey } from './lineage-reader.js';

/** Gifts a single withdrawal or balance is looked through; older ones are named as further. */
const MAX_GIFTS = 20_000;

const FATES: Partial<Record<string, CoinFate>> = {
  gift: 'gifted',
  video_promotion: 'promoted',
  unlock: 'unlocked',
};

export interface CoinsRequest extends TransactionKey {
  readonly kind: 'gift' | 'video_promotion' | 'unlock';
  readonly held: boolean;
  readonly limit: number;
}

/** The purchases behind the coins that a transaction spent or reserves; null when it has none. */
export async function readBehindCoins(
  reader: LineageReader,
  request: CoinsRequest,
): Promise<ProvenanceBackward | null> {
  const sources = request.held ? await heldBy(reader, request) : await spentBy(reader, request);
  if (sources.length === 0) return null;
  const { accountId, transactionId } = request;
  await reader.readLots(sources.map(({ lotId }) => ({ accountId, lotId })));
  await reader.readBehind(sources.map(({ lotId }) => lotId));
  const lineage = reader.lineage();
  const fate = request.held ? 'held' : FATES[request.kind]!;
  const parts: Part[] = sources.map(({ lotId, coins }) => ({
    lotId,
    amount: coins,
    of: lineage.partsOfUse(lotId, { fate, transactionId }),
  }));
  const { held: foreseen, limit } = request;
  return backwardView(reader, {
    unit: 'COIN',
    parts,
    foreseen,
    gifts: [],
    beyond: 0n,
    maturity: null,
    limit,
  });
}

const heldBy = async ({ db }: LineageReader, key: TransactionKey) =>
  (await readHeldShares(db, [key.accountId])).filter((share) => share.transactionId === key.transactionId);

const spentBy = async ({ db }: LineageReader, key: TransactionKey) =>
  (await readSources(db, [key])).get(key.transactionId)?.sources ?? [];

export interface DiamondsRequest extends TransactionKey {
  readonly diamonds: bigint;
  readonly held: boolean;
  readonly limit: number;
}

/**
 * The purchases behind the diamonds of a withdrawal or conversion. While it is held it has taken none yet: then those it
 * would take as things stand.
 */
export async function readBehindDiamonds(
  reader: LineageReader,
  request: DiamondsRequest,
): Promise<ProvenanceBackward | null> {
  const { transactionId, limit, held } = request;
  const taken = held ? await foresee(reader, request) : await readInputs(reader.db, [request]);
  if (taken.length === 0) return null;
  const { gifts, beyond } = bounded(taken.map(({ giftId, diamonds }) => ({ giftId, amount: diamonds })));
  await readBehindGifts(reader, gifts);
  if (held) for (const gift of gifts) takeForeseen(reader, transactionId, gift);
  const parts = reader.lineage().partsTaken(
    transactionId,
    gifts.map((gift) => gift.giftId),
  );
  return backwardView(reader, {
    unit: 'DIAMOND',
    parts,
    foreseen: held,
    gifts,
    beyond,
    maturity: null,
    limit,
  });
}

/** What a release now would take: the oldest diamonds that have matured. */
async function foresee(reader: LineageReader, { accountId, diamonds }: DiamondsRequest) {
  const lots = await readNextDiamondLots(reader.db, {
    accountId,
    maturedBy: reader.now,
    limit: MAX_GIFTS,
  });
  let missing = diamonds;
  return lots.flatMap(({ giftId, remaining }) => {
    const share = remaining < missing ? remaining : missing;
    missing -= share;
    return share === 0n ? [] : [{ giftId, diamonds: share }];
  });
}

function takeForeseen(reader: LineageReader, transactionId: string, { giftId, amount }: GiftAmount): void {
  const gift = reader.gifts.get(giftId)!;
  const taken = [...gift.taken, { transactionId, diamonds: amount }];
  reader.gifts.set(giftId, { ...gift, taken, remaining: gift.remaining - amount });
}

/** The purchases behind all diamonds that an account has now. */
export async function readBehindBalance(
  reader: LineageReader,
  balance: { accountId: string; diamonds: bigint; limit: number },
): Promise<ProvenanceBackward> {
  const { lots } = await readOpenDiamondLots(reader.db, { ...balance, limit: MAX_GIFTS });
  const gifts = lots.map(({ giftId, remaining }) => ({ giftId, amount: remaining }));
  const read = gifts.reduce((sum, { amount }) => sum + amount, 0n);
  await readBehindGifts(reader, gifts);
  const lineage = reader.lineage();
  const parts = mergeParts(
    gifts.map(({ giftId }) => lineage.dividedGift(reader.gifts.get(giftId)!).remaining),
  );
  return backwardView(reader, {
    unit: 'DIAMOND',
    parts,
    foreseen: false,
    gifts,
    beyond: balance.diamonds - read,
    maturity: maturityOf(lots, balance.diamonds, reader.now),
    limit: balance.limit,
  });
}

/** What was not read is older than what was, and the oldest has matured. */
function maturityOf(lots: readonly DiamondLotRecord[], diamonds: bigint, now: number) {
  let maturing = 0n;
  for (const lot of lots) if (lot.maturesAt > now) maturing += lot.remaining;
  return { maturing, available: diamonds - maturing };
}

async function readBehindGifts(reader: LineageReader, gifts: readonly GiftAmount[]): Promise<void> {
  const giftIds = gifts.map((gift) => gift.giftId);
  await reader.readGifts(giftIds);
  await reader.readBehind(reader.sourcesOf(giftIds));
}

function bounded(gifts: readonly GiftAmount[]): { gifts: GiftAmount[]; beyond: bigint } {
  const beyond = gifts.slice(MAX_GIFTS).reduce((sum, { amount }) => sum + amount, 0n);
  return { gifts: gifts.slice(0, MAX_GIFTS), beyond };
}
