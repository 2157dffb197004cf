import type { Instant } from '../kernel/time.js';
import { COIN_FATES, type CoinFate, type CoinUse, DIAMOND_FATES, type DiamondFate } from './coin-uses.js';
import type { Lineage } from './lineage.js';
import type { GiftFacts } from './lineage-facts.js';
import type { Part } from './parts.js';

export type CoinFates = Record<CoinFate, bigint>;
export type DiamondFates = Record<DiamondFate, bigint>;

export const noCoinFates = (): CoinFates => ({
  unspent: 0n,
  held: 0n,
  gifted: 0n,
  promoted: 0n,
  unlocked: 0n,
  expired: 0n,
  voided: 0n,
  clawed: 0n,
  repaid: 0n,
});
export const noDiamondFates = (): DiamondFates => ({
  maturing: 0n,
  available: 0n,
  withdrawn: 0n,
  converted: 0n,
  clawed: 0n,
  repaid: 0n,
});

export interface FollowedGift {
  readonly gift: GiftFacts;
  /** Of the coins that are followed. */
  readonly coins: bigint;
  readonly diamonds: DiamondFates;
}

/**
 * Gifts to one creator, each paid for by one of the lots that are followed and by nothing else, whose diamonds are all
 * still there, one for each coin. Most gifts are like that, and nothing is shared in them: so they are only added up.
 */
export interface WholeGifts {
  readonly creatorId: string;
  readonly gifts: number;
  readonly coins: bigint;
  readonly fate: 'maturing' | 'available';
}

/** A stretch of the way: the coins at its start are the sum of their fates, the diamonds of its gifts that of theirs. */
export interface FollowedStage {
  coins: bigint;
  readonly fates: CoinFates;
  readonly uses: { readonly use: CoinUse; readonly coins: bigint }[];
  diamonds: DiamondFates;
  readonly gifts: FollowedGift[];
  readonly wholeGifts: WholeGifts[];
  /** Diamonds by the withdrawal or conversion that took them. */
  readonly taken: Map<string, bigint>;
}

export interface Followed {
  /** What became of the coins themselves. */
  readonly direct: FollowedStage;
  /** What became of the coins that conversions made of their diamonds. */
  readonly onward: FollowedStage;
  /** Diamonds that were converted and not looked into any more, by conversion. */
  readonly further: ReadonlyMap<string, bigint>;
}

export interface FollowRequest {
  readonly lineage: Lineage;
  /** The lots to follow with everything that became of them; a gift alone is a lot that was all spent on it. */
  readonly lots: readonly { readonly lotId: string; readonly uses: readonly CoinUse[] }[];
  /** Of these lots, when their uses do not name every gift. */
  readonly wholeGifts?: readonly WholeGifts[];
  /** Which of the transactions that took diamonds are conversions. */
  readonly isConversion: (transactionId: string) => boolean;
  readonly now: Instant;
}

/**
 * Everything that became of some coins: through gifts to diamonds, through conversions to coins again, as far as was read.
 * Throws when anything does not add up.
 */
export function followCoins({ lineage, lots, wholeGifts = [], isConversion, now }: FollowRequest): Followed {
  const { gifts, conversions } = lineage.facts;
  const roots = new Set(lots.map((lot) => lot.lotId));
  const direct = emptyStage();
  const onward = emptyStage();
  for (const { uses } of lots) for (const use of uses) addUse(direct, use, use.coins);
  for (const gifts of wholeGifts) {
    direct.wholeGifts.push(gifts);
    direct.diamonds[gifts.fate] += gifts.coins;
  }
  for (const { lot, uses } of conversions.values()) {
    for (const use of uses) {
      addUse(onward, use, shareOf(lineage.partsOfUse(lot.lotId, use) ?? [], roots));
    }
  }
  for (const stage of [direct, onward]) {
    const share = stage === direct ? directShareOf : onwardShareOf;
    const ofThese = (parts: readonly Part[]) => share(parts, roots);
    for (const [giftId, coins] of giftsOf(stage)) {
      const gift = gifts.get(giftId);
      if (!gift) throw new Error(`gift ${giftId} was not read`);
      addGift(stage, { gift, coins, lineage, isConversion, now, share: ofThese });
    }
    assertWhole(stage);
  }
  const further = new Map<string, bigint>();
  for (const { taken } of [direct, onward]) {
    for (const [id, diamonds] of taken) {
      if (isConversion(id) && !conversions.has(id)) further.set(id, (further.get(id) ?? 0n) + diamonds);
    }
  }
  return { direct, onward, further };
}

const emptyStage = (): FollowedStage => ({
  coins: 0n,
  fates: noCoinFates(),
  uses: [],
  diamonds: noDiamondFates(),
  gifts: [],
  wholeGifts: [],
  taken: new Map(),
});

function addUse(stage: FollowedStage, use: CoinUse, coins: bigint): void {
  if (coins === 0n) return;
  stage.coins += coins;
  stage.fates[use.fate] += coins;
  stage.uses.push({ use, coins });
}

function giftsOf({ uses }: FollowedStage): Map<string, bigint> {
  const gifts = new Map<string, bigint>();
  for (const { use, coins } of uses) {
    const { fate, transactionId } = use;
    if (fate !== 'gifted' || transactionId === null) continue;
    gifts.set(transactionId, (gifts.get(transactionId) ?? 0n) + coins);
  }
  return gifts;
}

interface AddGift {
  readonly gift: GiftFacts;
  readonly coins: bigint;
  readonly lineage: Lineage;
  readonly isConversion: (transactionId: string) => boolean;
  readonly share: (parts: readonly Part[]) => bigint;
  readonly now: Instant;
}

function addGift(stage: FollowedStage, request: AddGift): void {
  const { gift, coins } = request;
  const fates = noDiamondFates();
  for (const [fate, diamonds, transactionId] of leavesOf(request)) {
    if (diamonds === 0n) continue;
    fates[fate] += diamonds;
    stage.diamonds[fate] += diamonds;
    if (transactionId === null) continue;
    stage.taken.set(transactionId, (stage.taken.get(transactionId) ?? 0n) + diamonds);
  }
  if (gift.diamonds === gift.coins) {
    const diamonds = DIAMOND_FATES.reduce((sum, fate) => sum + fates[fate], 0n);
    if (diamonds !== coins)
      throw new Error(`${coins} coins of gift ${gift.giftId} became ${diamonds} diamonds`);
  }
  stage.gifts.push({ gift, coins, diamonds: fates });
}

type Leaf = readonly [fate: DiamondFate, diamonds: bigint, transactionId: string | null];

/** What became of the diamonds, as far as they are of the coins that are followed. */
function leavesOf({ gift, coins, lineage, isConversion, share, now }: AddGift): Leaf[] {
  const left = gift.maturesAt > now ? 'maturing' : 'available';
  const fateOf = (transactionId: string) => (isConversion(transactionId) ? 'converted' : 'withdrawn');
  // Most gifts were paid with these coins alone: then nothing is there to be shared.
  if (coins === gift.coins && coins === gift.diamonds) {
    const leaves: Leaf[] = [
      [left, gift.remaining, null],
      ['repaid', gift.repaid, null],
    ];
    for (const { diamonds } of gift.clawed) leaves.push(['clawed', diamonds, null]);
    for (const { transactionId, diamonds } of gift.taken) {
      leaves.push([fateOf(transactionId), diamonds, transactionId]);
    }
    return leaves;
  }
  const divided = lineage.dividedGift(gift);
  const leaves: Leaf[] = [
    [left, share(divided.remaining), null],
    ['repaid', share(divided.repaid), null],
    ['clawed', share(divided.clawed), null],
  ];
  for (const [transactionId, parts] of divided.taken) {
    leaves.push([fateOf(transactionId), share(parts), transactionId]);
  }
  return leaves;
}

/** Straight out of the lots that are followed. */
function directShareOf(parts: readonly Part[], roots: ReadonlySet<string>): bigint {
  let sum = 0n;
  for (const part of parts) if (roots.has(part.lotId)) sum += part.amount;
  return sum;
}

/** Out of lots that were made of them. */
function onwardShareOf(parts: readonly Part[], roots: ReadonlySet<string>): bigint {
  let sum = 0n;
  for (const { lotId, of } of parts) if (of !== null && !roots.has(lotId)) sum += shareOf(of, roots);
  return sum;
}

const shareOf = (parts: readonly Part[], roots: ReadonlySet<string>): bigint =>
  directShareOf(parts, roots) + onwardShareOf(parts, roots);

function assertWhole(stage: FollowedStage): void {
  const fates = COIN_FATES.reduce((sum, fate) => sum + stage.fates[fate], 0n);
  if (fates !== stage.coins) throw new Error(`${stage.coins} coins became ${fates}`);
  let gifted = 0n;
  for (const { coins } of stage.gifts) gifted += coins;
  for (const { coins } of stage.wholeGifts) gifted += coins;
  if (gifted !== stage.fates.gifted)
    throw new Error(`${stage.fates.gifted} gifted coins are ${gifted} in gifts`);
}
