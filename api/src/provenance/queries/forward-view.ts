import type { FlowStage, ProvenanceForward, ProvenancePurchase } from '@coinwarden/contracts';
import {
  COIN_FATES,
  DIAMOND_FATES,
  type DiamondFates,
  type Followed,
  type FollowedGift,
  type FollowedStage,
  noCoinFates,
  noDiamondFates,
} from '@coinwarden/domain';
import { largest, numbers, sumOf } from './amounts.js';
import type { LineageReader } from './lineage-reader.js';
import type { FollowedLot } from './read-forward.js';

interface ForwardParts {
  readonly reader: LineageReader;
  readonly lots: readonly FollowedLot[];
  readonly followed: Followed;
  /** Of the whole gifts that are only added up, those that may be among the largest. */
  readonly largestWhole: readonly FollowedGift[];
  readonly purchase: ProvenancePurchase | null;
  readonly limit: number;
}

/** What was followed, as it is shown: sums of everything, and the largest of each kind by name. */
export function forwardView(parts: ForwardParts): ProvenanceForward {
  const { reader, lots, followed, largestWhole, purchase, limit } = parts;
  const { direct, onward, further } = followed;
  const view = (stage: FollowedStage) => stageView(stage, { reader, further, largestWhole, limit });
  return {
    purchase,
    lots: lots.map(lotView),
    direct: view(direct),
    onward: onward.coins === 0n ? null : view(onward),
    further: {
      conversions: further.size,
      diamonds: Number(sumOf(further.values(), (diamonds) => diamonds)),
    },
  };
}

function lotView({ lot, granted, uses }: FollowedLot): ProvenanceForward['lots'][number] {
  const fates = noCoinFates();
  for (const use of uses) fates[use.fate] += use.coins;
  return {
    lotId: lot.lotId,
    kind: lot.kind,
    origin: lot.origin.by,
    granted: Number(granted),
    grantedAt: new Date(lot.grantedAt).toISOString(),
    expiresAt: lot.expiresAt === null ? null : new Date(lot.expiresAt).toISOString(),
    fates: numbers(COIN_FATES, fates),
  };
}

interface StageContext {
  readonly reader: LineageReader;
  readonly further: Followed['further'];
  readonly largestWhole: readonly FollowedGift[];
  readonly limit: number;
}

function stageView(stage: FollowedStage, context: StageContext): FlowStage {
  return {
    coins: Number(stage.coins),
    fates: numbers(COIN_FATES, stage.fates),
    diamonds: numbers(DIAMOND_FATES, stage.diamonds),
    creators: creatorsOf(stage, context),
    gifts: giftsOf(stage, context),
    uses: usesOf(stage, context),
    cashOuts: cashOutsOf(stage, context),
  };
}

interface CreatorSum {
  readonly accountId: string;
  gifts: number;
  coins: bigint;
  readonly diamonds: DiamondFates;
}

function sumsByCreator({ gifts, wholeGifts }: FollowedStage): Map<string, CreatorSum> {
  const creators = new Map<string, CreatorSum>();
  const add = (accountId: string, count: number, coins: bigint): DiamondFates => {
    let sum = creators.get(accountId);
    if (!sum) {
      sum = { accountId, gifts: 0, coins: 0n, diamonds: noDiamondFates() };
      creators.set(accountId, sum);
    }
    sum.gifts += count;
    sum.coins += coins;
    return sum.diamonds;
  };
  for (const { gift, coins, diamonds } of gifts) {
    const sums = add(gift.creatorId, 1, coins);
    for (const fate of DIAMOND_FATES) if (diamonds[fate] > 0n) sums[fate] += diamonds[fate];
  }
  for (const { creatorId, gifts: count, coins, fate } of wholeGifts)
    add(creatorId, count, coins)[fate] += coins;
  return creators;
}

const giftCount = ({ gifts, wholeGifts }: FollowedStage): number =>
  wholeGifts.reduce((count, whole) => count + whole.gifts, gifts.length);

function creatorsOf(stage: FollowedStage, { limit }: StageContext): FlowStage['creators'] {
  const creators = sumsByCreator(stage);
  const items = largest(creators.values(), limit, ({ accountId: id, coins: amount }) => ({ id, amount }));
  const others = { ...stage.diamonds };
  for (const { diamonds } of items) for (const fate of DIAMOND_FATES) others[fate] -= diamonds[fate];
  return {
    items: items.map(({ accountId, gifts, coins, diamonds }) => ({
      accountId,
      gifts,
      coins: Number(coins),
      diamonds: numbers(DIAMOND_FATES, diamonds),
    })),
    rest: {
      count: creators.size - items.length,
      gifts: items.reduce((left, one) => left - one.gifts, giftCount(stage)),
      coins: Number(stage.fates.gifted - sumOf(items, (one) => one.coins)),
      diamonds: numbers(DIAMOND_FATES, others),
    },
  };
}

function giftsOf(stage: FollowedStage, { largestWhole, limit }: StageContext): FlowStage['gifts'] {
  const named = stage.wholeGifts.length === 0 ? stage.gifts : [...stage.gifts, ...largestWhole];
  const items = largest(named, limit, ({ gift, coins: amount }) => ({ id: gift.giftId, amount }));
  return {
    items: items.map(({ gift, coins, diamonds }) => ({
      giftId: gift.giftId,
      senderId: gift.senderId,
      creatorId: gift.creatorId,
      at: new Date(gift.at).toISOString(),
      coins: Number(coins),
      totalCoins: Number(gift.coins),
      maturesAt: new Date(gift.maturesAt).toISOString(),
      diamonds: numbers(DIAMOND_FATES, diamonds),
    })),
    rest: {
      count: giftCount(stage) - items.length,
      coins: Number(stage.fates.gifted - sumOf(items, (one) => one.coins)),
    },
  };
}

const NAMED_USES = ['promoted', 'unlocked', 'held', 'repaid'] as const;
type NamedUse = (typeof NAMED_USES)[number];

function usesOf({ uses }: FollowedStage, { reader, limit }: StageContext): FlowStage['uses'] {
  const sums = new Map<string, { id: string; fate: NamedUse; amount: bigint }>();
  for (const { use, coins } of uses) {
    const fate = NAMED_USES.find((one) => one === use.fate);
    if (!fate) continue;
    const key = `${fate}/${use.transactionId}`;
    const sum = sums.get(key) ?? { id: use.transactionId!, fate, amount: 0n };
    sum.amount += coins;
    sums.set(key, sum);
  }
  const items = largest(sums.values(), limit, (sum) => sum);
  const total = sumOf(sums.values(), (sum) => sum.amount);
  return {
    items: items.map(({ id, fate, amount }) => {
      const { transactionId, kind, accountId, contentId, at } = reader.users.get(id)!;
      const when = new Date(at).toISOString();
      return { transactionId, fate, kind, accountId, contentId, at: when, coins: Number(amount) };
    }),
    rest: {
      count: sums.size - items.length,
      coins: Number(total - sumOf(items, (sum) => sum.amount)),
    },
  };
}

function cashOutsOf({ taken }: FollowedStage, context: StageContext): FlowStage['cashOuts'] {
  const items = largest(taken, context.limit, ([id, amount]) => ({ id, amount }));
  const total = sumOf(taken.values(), (diamonds) => diamonds);
  return {
    items: items.map(([id, diamonds]) => {
      const { transactionId, kind, accountId, at, totalDiamonds } = context.reader.cashOuts.get(id)!;
      return {
        transactionId,
        kind,
        accountId,
        at: new Date(at).toISOString(),
        diamonds: Number(diamonds),
        totalDiamonds: Number(totalDiamonds),
        further: context.further.has(id),
      };
    }),
    rest: {
      count: taken.size - items.length,
      diamonds: Number(total - sumOf(items, ([, diamonds]) => diamonds)),
    },
  };
}
