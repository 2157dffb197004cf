import {
  COIN_FATES,
  DIAMOND_FATES,
  OUTCOMES,
  PAYMENT_PROVIDERS,
  PURCHASE_CONCERNS,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { moneyBackView } from './clawback.js';
import { amount, instant, money } from './primitives.js';
import { firedRule, lotUse } from './staff/transactions.js';

/** How many items each list of an answer names at most; `rest` adds up the others, so that totals are always complete. */
export const provenanceQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });
export type ProvenanceQuery = z.infer<typeof provenanceQuery>;

const limited = <Item extends z.ZodType, Sums extends z.ZodRawShape>(item: Item, sums: Sums) =>
  z.object({ items: z.array(item), rest: z.object({ count: z.int().min(0), ...sums }) });

/** Every coin has exactly one fate: they sum to what was granted. */
const coinFates = z
  .object(
    Object.fromEntries(COIN_FATES.map((fate) => [fate, amount])) as Amounts<(typeof COIN_FATES)[number]>,
  )
  .meta({ id: 'CoinFates' });
/** Every diamond has exactly one fate: they sum to what the gifts made. */
const diamondFates = z
  .object(
    Object.fromEntries(DIAMOND_FATES.map((fate) => [fate, amount])) as Amounts<
      (typeof DIAMOND_FATES)[number]
    >,
  )
  .meta({ id: 'DiamondFates' });
type Amounts<Key extends string> = Record<Key, typeof amount>;

/** A purchase with what is known for and against it. */
export const provenancePurchase = z
  .object({
    purchaseId: z.string(),
    accountId: z.string(),
    purchasedAt: instant,
    status: z.enum(TRANSACTION_STATUSES),
    money,
    provider: z.enum(PAYMENT_PROVIDERS),
    /** Granted, bonus included. */
    coins: amount,
    decision: z.object({
      outcome: z.enum(OUTCOMES),
      score: z.int(),
      rules: z.array(firedRule.omit({ values: true })),
    }),
    /** Null while nobody has taken or asked any of its money back. */
    moneyBack: moneyBackView.nullable(),
    /** The gravest of it: disputed, refunded, flagged by a person or rule when it was decided, or clear. */
    concern: z.enum(PURCHASE_CONCERNS),
  })
  .meta({ id: 'ProvenancePurchase' });
export type ProvenancePurchase = z.infer<typeof provenancePurchase>;

export const flowLot = z
  .object({
    lotId: z.string(),
    kind: z.enum(['paid', 'bonus', 'earned']),
    /** `reinstatement`: given back in place of coins that had paid a debt meanwhile. */
    origin: z.enum(['purchase', 'reinstatement', 'reward', 'conversion']),
    granted: amount,
    grantedAt: instant,
    expiresAt: instant.nullable(),
    fates: coinFates,
  })
  .meta({ id: 'FlowLot' });

const flowGift = z
  .object({
    giftId: z.string(),
    senderId: z.string(),
    creatorId: z.string(),
    at: instant,
    /** Of the coins in question. */
    coins: amount,
    totalCoins: amount,
    maturesAt: instant,
    diamonds: diamondFates,
  })
  .meta({ id: 'FlowGift' });

const flowCreator = z
  .object({ accountId: z.string(), gifts: z.int(), coins: amount, diamonds: diamondFates })
  .meta({ id: 'FlowCreator' });

const flowUse = z
  .object({
    transactionId: z.string(),
    fate: z.enum(['promoted', 'unlocked', 'held', 'repaid']),
    kind: z.enum(TRANSACTION_KINDS),
    accountId: z.string(),
    contentId: z.string().nullable(),
    at: instant,
    coins: amount,
  })
  .meta({ id: 'FlowUse' });

const flowCashOut = z
  .object({
    transactionId: z.string(),
    kind: z.enum(['withdrawal', 'conversion']),
    accountId: z.string(),
    at: instant,
    /** Of the diamonds in question. */
    diamonds: amount,
    totalDiamonds: amount,
    /** A conversion that was not followed any further. */
    further: z.boolean(),
  })
  .meta({ id: 'FlowCashOut' });

/** Coins and everything that became of them, up to the point where diamonds become cash or coins again. */
export const flowStage = z
  .object({
    coins: amount,
    fates: coinFates,
    diamonds: diamondFates,
    creators: limited(flowCreator, { gifts: z.int(), coins: amount, diamonds: diamondFates }),
    gifts: limited(flowGift, { coins: amount }),
    uses: limited(flowUse, { coins: amount }),
    cashOuts: limited(flowCashOut, { diamonds: amount }),
  })
  .meta({ id: 'FlowStage' });
export type FlowStage = z.infer<typeof flowStage>;

/** Forward: everything that became of the coins. */
export const provenanceForward = z
  .object({
    purchase: provenancePurchase.nullable(),
    lots: z.array(flowLot),
    direct: flowStage,
    /** What became of the coins that conversions made of their diamonds, all hops together; null without any. */
    onward: flowStage.nullable(),
    /** Conversions not looked through any more. */
    further: z.object({ conversions: z.int().min(0), diamonds: amount }),
  })
  .meta({ id: 'ProvenanceForward' });
export type ProvenanceForward = z.infer<typeof provenanceForward>;

const byConcern = z
  .object(
    Object.fromEntries(PURCHASE_CONCERNS.map((one) => [one, amount])) as Amounts<
      (typeof PURCHASE_CONCERNS)[number]
    >,
  )
  .meta({ id: 'AmountByConcern' });

/** Backward: every purchase behind an amount. All amounts are shares of `total`, in its unit. */
export const provenanceBackward = z
  .object({
    unit: z.enum(['COIN', 'DIAMOND']),
    total: amount,
    /** It still waits: these are the coins or diamonds it would take as things stand. */
    foreseen: z.boolean(),
    /** They sum to the total. `further`: behind more conversions or gifts than were looked through. */
    parts: z.object({ purchases: amount, rewards: amount, further: amount }),
    /** The part of the purchases, by what there is to say against them. */
    concerns: byConcern,
    /** Only for a balance: what could leave now and what still waits for its time. */
    maturity: z.object({ available: amount, maturing: amount }).nullable(),
    /** The gravest first, and of those alike the largest. */
    purchases: limited(
      provenancePurchase.extend({
        amount,
        /** Of it, what came without a conversion in between. */
        direct: amount,
      }),
      { amount, concerns: byConcern },
    ),
    /** Those who bought. */
    buyers: limited(z.object({ accountId: z.string(), purchases: z.int(), amount, concerns: byConcern }), {
      amount,
    }),
    /** The gifts that brought the diamonds; empty for coins. */
    gifts: limited(
      z.object({ giftId: z.string(), senderId: z.string(), creatorId: z.string(), at: instant, amount }),
      { amount },
    ),
  })
  .meta({ id: 'ProvenanceBackward' });
export type ProvenanceBackward = z.infer<typeof provenanceBackward>;

export const transactionProvenance = z
  .object({
    transactionId: z.string(),
    kind: z.enum(TRANSACTION_KINDS),
    accountId: z.string(),
    status: z.enum(TRANSACTION_STATUSES),
    decidedAt: instant,
    /** The lots it granted, took or reserves itself. */
    provenance: z.array(lotUse),
    /** For what granted coins or made diamonds. */
    forward: provenanceForward.nullable(),
    /** For what used coins or diamonds. */
    backward: provenanceBackward.nullable(),
  })
  .meta({ id: 'TransactionProvenance' });
export type TransactionProvenance = z.infer<typeof transactionProvenance>;

/** What stands behind the diamonds an account has now. */
export const accountProvenance = z
  .object({ accountId: z.string(), backward: provenanceBackward })
  .meta({ id: 'AccountProvenance' });
export type AccountProvenance = z.infer<typeof accountProvenance>;
