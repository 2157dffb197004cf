import {
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  OUTCOMES,
  PAYMENT_PROVIDERS,
  TRANSACTION_KINDS,
  TRANSACTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, country, device, id, instant, money, positiveAmount, shortText } from './primitives.js';
import { problem } from './problems.js';

const common = {
  accountId: id,
  occurredAt: instant.optional(),
  device: device.optional(),
  context: z.strictObject({ type: shortText.min(1), contentId: id.optional() }).optional(),
};

const payment = z.strictObject({
  provider: z.enum(PAYMENT_PROVIDERS),
  reference: id,
  instrument: id.optional(),
  country: country.optional(),
  captured: z.boolean(),
});

const kinds = {
  purchase: { kind: z.literal('purchase'), packageId: id, money, payment, promotionCode: id.optional() },
  gift: { kind: z.literal('gift'), recipientId: id, giftId: id, quantity: z.int().min(1).max(10_000) },
  video_promotion: { kind: z.literal('video_promotion'), contentId: id, coins: positiveAmount },
  unlock: { kind: z.literal('unlock'), contentId: id, coins: positiveAmount },
  reward: { kind: z.literal('reward'), coins: positiveAmount, reason: shortText.min(1) },
  conversion: { kind: z.literal('conversion'), diamonds: positiveAmount },
  withdrawal: {
    kind: z.literal('withdrawal'),
    diamonds: positiveAmount,
    payout: z.strictObject({ method: z.enum(['paypal', 'bank']), destination: shortText.min(1) }),
  },
};

const union = <E extends z.ZodRawShape>(extra: E) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...kinds.purchase, ...common, ...extra }),
    z.strictObject({ ...kinds.gift, ...common, ...extra }),
    z.strictObject({ ...kinds.video_promotion, ...common, ...extra }),
    z.strictObject({ ...kinds.unlock, ...common, ...extra }),
    z.strictObject({ ...kinds.reward, ...common, ...extra }),
    z.strictObject({ ...kinds.conversion, ...common, ...extra }),
    z.strictObject({ ...kinds.withdrawal, ...common, ...extra }),
  ]);

/** The value of the `Idempotency-Key` header, scoped to the account. */
export const idempotencyKey = id;

export const transactionRequest = union({}).meta({ id: 'TransactionRequest' });
export type TransactionRequest = z.infer<typeof transactionRequest>;

export const batchItem = union({ idempotencyKey }).meta({ id: 'BatchItem' });
export type BatchItem = z.infer<typeof batchItem>;

export const MAX_BATCH_ITEMS = 1_000;

/** Items are parsed one by one in the handler, so that a bad item fails alone. */
export const batchRequest = z.strictObject({ items: z.array(z.unknown()).min(1).max(MAX_BATCH_ITEMS) });
export type BatchRequest = z.infer<typeof batchRequest>;

export const reason = z
  .object({ code: z.string(), message: z.string(), values: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Reason' });

export const limitRoom = z
  .object({
    layer: z.enum(LIMIT_LAYERS),
    measure: z.enum(LIMIT_MEASURES),
    window: z.enum(LIMIT_WINDOWS),
    currency: z.string().nullable(),
    limit: amount,
    used: amount,
    remaining: amount,
    resetsAt: instant.nullable(),
  })
  .meta({ id: 'LimitRoom' });

export const wallet = z
  .object({
    coins: z.object({ paid: amount, bonus: amount, earned: amount, held: amount, available: amount }),
    diamonds: z.object({ available: amount, held: amount }),
    debtCoins: amount,
  })
  .meta({ id: 'Wallet' });
export type WalletView = z.infer<typeof wallet>;

export const decisionAnswer = z
  .object({
    transactionId: z.string(),
    decisionId: z.string(),
    outcome: z.enum(OUTCOMES),
    score: z.int(),
    reasons: z.array(reason),
    limits: z.array(limitRoom),
    wallet,
    promotion: z.object({ id: z.string(), bonusCoins: amount }).nullable(),
    replayed: z.boolean(),
    decidedAt: instant,
    refundDue: z.boolean().optional(),
    /** The refund a captured but declined purchase opened. */
    refundId: z.string().optional(),
  })
  .meta({ id: 'DecisionAnswer' });
export type DecisionAnswer = z.infer<typeof decisionAnswer>;

/** One answer or problem per item, in their order. */
export const batchAnswer = z
  .object({ results: z.array(z.union([decisionAnswer, problem])) })
  .meta({ id: 'BatchAnswer' });

export const transactionSummary = z
  .object({
    transactionId: z.string(),
    kind: z.enum(TRANSACTION_KINDS),
    accountId: z.string(),
    counterpartyId: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    status: z.enum(TRANSACTION_STATUSES),
    score: z.int(),
    coins: amount,
    diamonds: amount,
    money: money.nullable(),
    occurredAt: instant,
    decidedAt: instant,
  })
  .meta({ id: 'TransactionSummary' });
export type TransactionSummary = z.infer<typeof transactionSummary>;
