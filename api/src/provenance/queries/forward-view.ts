import type { FlowStage, ProvenanceForward, ProvenancePurchase } from '@coinwarden/contracts';
import {
  COIN_FATES,
  DIAMOND_FATES,
  type DiamondFates,
  type Followed,
  type FollowedStage,
  noCoinFates,
  noDiamondFates,
} from '@coinwarden/domain';
import { byAmount, limited, numbers } from './amounts.js';
import type { LineageReader } from './lineage-reader.js';
import type { FollowedLot } from './read-forward.js';

interface ForwardParts {
  readonly reader: LineageReader;
  readonly lots: readonly FollowedLot[];
  readonly followed: Followed;
  readonly purchase: ProvenancePurchase | null;
  readonly limit: number;
}

/** What was followed, as it is shown: sums of everything, and the largest of each kind by name. */
export function forwardView({ reader, lots, followed, purchase, limit }: ForwardParts): ProvenanceForward {
  const { direct, onward, further } = followed;
  const view = (stage: FollowedStage) => stageView(stage, { reader, further, limit });
  return {
    purchase,
    lots: lots.map(lotView),
    direct: view(direct),
    onward: onward.coins === 0n ? null : view(onward),
    further: {
      conversions: further.size,
      diamonds: Number([...further.values()].reduce((sum, diamonds) => sum + diamonds, 0n)),
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

function creatorsOf({ gifts }: FollowedStage, { limit }: StageContext): FlowStage['creators'] {
  const creators = new Map<string, { gifts: number; amount: bigint; diamonds: DiamondFates }>();
  for (const { gift, coins, diamonds } of gifts) {
    const sum = creators.get(gift.creatorId) ?? { gifts: 0, amount: 0n, diamonds: noDiamondFates() };
    sum.gifts++;
    sum.amount += coins;
    for (const fate of DIAMOND_FATES) sum.diamonds[fate] += diamonds[fate];
    creators.set(gift.creatorId, sum);
  }
  const all = [...creators].map(([accountId, sum]) => ({ id: accountId, ...sum }));
  const { items, rest } = limited(all.sort(byAmount), limit);
  const others = noDiamondFates();
  for (const { diamonds } of rest) for (const fate of DIAMOND_FATES) others[fate] += diamonds[fate];
  return {
    items: items.map(({ id, gifts, amount, diamonds }) => ({
      accountId: id,
      gifts,
      coins: Number(amount),
      diamonds: numbers(DIAMOND_FATES, diamonds),
    })),
    rest: {
      count: rest.length,
      gifts: rest.reduce((sum, one) => sum + one.gifts, 0),
      coins: Number(sumOf(rest)),
      diamonds: numbers(DIAMOND_FATES, others),
    },
  };
}

function giftsOf({ gifts }: FollowedStage, { limit }: StageContext): FlowStage['gifts'] {
  const all = gifts.map((one) => ({ ...one, id: one.gift.giftId, amount: one.coins }));
  const { items, rest } = limited(all.sort(byAmount), limit);
  return {
    items: items.map(({ gift, amount, diamonds }) => ({
      giftId: gift.giftId,
      senderId: gift.senderId,
      creatorId: gift.creatorId,
      at: new Date(gift.at).toISOString(),
      coins: Number(amount),
      totalCoins: Number(gift.coins),
      maturesAt: new Date(gift.maturesAt).toISOString(),
      diamonds: numbers(DIAMOND_FATES, diamonds),
    })),
    rest: { count: rest.length, coins: Number(sumOf(rest)) },
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
  const { items, rest } = limited([...sums.values()].sort(byAmount), limit);
  return {
    items: items.map(({ id, fate, amount }) => {
      const { transactionId, kind, accountId, contentId, at } = reader.users.get(id)!;
      const when = new Date(at).toISOString();
      return { transactionId, fate, kind, accountId, contentId, at: when, coins: Number(amount) };
    }),
    rest: { count: rest.length, coins: Number(sumOf(rest)) },
  };
}

function cashOutsOf({ taken }: FollowedStage, context: StageContext): FlowStage['cashOuts'] {
  const all = [...taken].map(([id, amount]) => ({ id, amount }));
  const { items, rest } = limited(all.sort(byAmount), context.limit);
  return {
    items: items.map(({ id, amount }) => {
      const { transactionId, kind, accountId, at, totalDiamonds } = context.reader.cashOuts.get(id)!;
      return {
        transactionId,
        kind,
        accountId,
        at: new Date(at).toISOString(),
        diamonds: Number(amount),
        totalDiamonds: Number(totalDiamonds),
        further: context.further.has(id),
      };
    }),
    rest: { count: rest.length, diamonds: Number(sumOf(rest)) },
  };
}

const sumOf = (rows: readonly { amount: bigint }[]): bigint =>
  rows.reduce((sum, { amount }) => sum + amount, 0n);
