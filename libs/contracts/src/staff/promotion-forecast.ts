import { AGE_BANDS, PROMOTION_CONFLICTS, PROMOTION_EFFECTS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, country, id, instant, money, storableText } from '../primitives.js';
import { promotionContents } from './promotions.js';

/** `POST /staff/promotions/preview`: a promotion as it is being written; nothing is kept. */
export const promotionPreviewRequest = z
  .strictObject({
    promotion: promotionContents,
    /** The one being edited: it does not overlap with itself. */
    promotionId: id.optional(),
    /** Where the buyer of the shown offers is; prices and currency follow. */
    country,
  })
  .meta({ id: 'PromotionPreviewRequest' });
export type PromotionPreviewRequest = z.infer<typeof promotionPreviewRequest>;

const CLOCK_READINGS = ['once', 'skipped', 'repeated'] as const;
/** What a package costs and brings, without the promotion and with it. */
const previewOffer = z.object({
  packageId: z.string(),
  name: z.string(),
  coins: amount,
  bonusCoins: amount,
  price: money,
  pricePerCoin: z.string(),
  /** The same with the promotion; null where it is for other packages. */
  promoted: z
    .object({ bonusCoins: amount, price: money, pricePerCoin: z.string(), costCoins: amount })
    .nullable(),
});
export type PromotionPreviewOffer = z.infer<typeof previewOffer>;

export const promotionPreview = z
  .object({
    window: z.object({
      startsAt: instant,
      endsAt: instant,
      hours: z.number(),
      /** Whether the clocks of its zone show the time once, skip it or show it twice. */
      startsRead: z.enum(CLOCK_READINGS),
      endsRead: z.enum(CLOCK_READINGS),
    }),
    /** What the buyer sees as it begins, in the order of the shop. */
    offers: z.array(previewOffer),
    conflicts: z.array(
      z.object({
        kind: z.enum(PROMOTION_CONFLICTS),
        promotion: z.object({ id: z.string(), name: z.string(), priority: z.int() }).nullable(),
        /** The stretch of time it concerns. */
        from: instant,
        until: instant,
        packageIds: z.array(z.string()),
      }),
    ),
    /** The most it can cost: by its budget, or by its caps on everybody it is for; null is no end. */
    worstCase: z.object({
      coins: amount.nullable(),
      because: z.enum(['budget', 'uses', 'unlimited']),
      /** What those coins are worth when they are given away and withdrawn. */
      payoutUsdMinor: amount.nullable(),
    }),
    needsApproval: z.boolean(),
  })
  .meta({ id: 'PromotionPreview' });
export type PromotionPreview = z.infer<typeof promotionPreview>;

/** `POST /staff/promotions/audience`: who would belong to it now. */
export const audienceRequest = z
  .strictObject({ audience: storableText(2_000).min(1).nullable() })
  .meta({ id: 'AudienceRequest' });
export type AudienceRequest = z.infer<typeof audienceRequest>;

export const audienceProblem = z.object({
  code: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  start: z.int().optional(),
  end: z.int().optional(),
});

export const audienceAnswer = z
  .object({
    /** What is wrong with it; the counts are null then. */
    problems: z.array(audienceProblem),
    /** Accounts that can buy and belong to it, and all that can buy. */
    matching: amount.nullable(),
    accounts: amount.nullable(),
    /** Whether both are estimated from a part of the accounts, and half the width of the 95 % interval of `matching`. */
    sampled: z.boolean(),
    margin: amount,
  })
  .meta({ id: 'AudienceAnswer' });
export type AudienceAnswer = z.infer<typeof audienceAnswer>;

/**
 * `POST /staff/promotions/simulate`: had it run throughout the last 30 days. Where it needs a code, every buyer is taken to
 * give one.
 */
export const promotionSimulationRequest = z
  .strictObject({ promotion: promotionContents, promotionId: id.optional() })
  .meta({ id: 'PromotionSimulationRequest' });
export type PromotionSimulationRequest = z.infer<typeof promotionSimulationRequest>;

const counted = z.object({ uses: amount, accounts: amount, costCoins: amount });

export const promotionSimulation = z
  .object({
    from: instant,
    until: instant,
    /** Purchases of the 30 days, and of how many percent of the accounts they are. */
    purchases: amount,
    sampledPercent: z.number(),
    /** Those of the packages by the audience, and those that would have used it. */
    eligible: amount,
    used: counted,
    bonusCoins: amount,
    /** What buyers would have paid less, in US cents at the reference rates. */
    discountUsdMinor: amount,
    /** Purchases that keep the other promotion they had, and coins of others that it replaces. */
    keptOther: amount,
    replacedCoins: amount,
    /** When its budget would have been used up; null when it would have lasted. */
    budgetGoneAt: instant.nullable(),
    /** What it would cost in a window as long as its own, at the same pace. */
    inItsWindow: z.object({ uses: amount, costCoins: amount }),
    /** Of its uses, those by purchases later disputed or refunded as fraud, and by accounts now restricted or suspended. */
    abuse: counted,
    /** Of its uses, those by accounts younger than a week. */
    newcomers: counted,
    byDay: z.array(z.object({ day: z.string(), purchases: amount, uses: amount, costCoins: amount })),
    byCountry: z.array(counted.extend({ key: z.string() })),
    byAgeBand: z.array(counted.extend({ key: z.enum(AGE_BANDS) })),
    byPackage: z.array(counted.extend({ key: z.string() })),
  })
  .meta({ id: 'PromotionSimulation' });
export type PromotionSimulation = z.infer<typeof promotionSimulation>;

/** `GET /staff/promotions/{id}/results`: what became of it. */
const perAccount = z.object({
  accounts: amount,
  buyers: amount,
  purchases: amount,
  /** Spent per account, in US cents at the reference rates. */
  usdMinorPerAccount: z.number(),
});

export const promotionResults = z
  .object({
    effect: z.enum(PROMOTION_EFFECTS),
    measuredAt: instant,
    uses: amount,
    accounts: amount,
    costCoins: amount,
    bonusCoins: amount,
    /** Uses that came to nothing: never paid, or declined on review. */
    returned: amount,
    /** Accounts it is for (as they are now), and how many percent of those not held out used it. */
    audience: amount,
    takeUpPercent: z.number().nullable(),
    /** Uses by purchases later disputed or refunded as fraud, or by accounts now restricted or suspended. */
    abuse: z.object({ uses: amount, costCoins: amount, percent: z.number().nullable() }),
    /** Bonus coins it gave: given to creators, and withdrawn as cash from there. */
    bonusGifted: amount,
    bonusWithdrawn: amount,
    /** What those withdrawals paid. */
    withdrawnUsdMinor: amount,
    /**
     * In its window: the audience that could use it against the part that was held out. Null without a control group, and
     * where the audience depends on what was bought.
     */
    uplift: z
      .object({
        offered: perAccount,
        heldOut: perAccount,
        /** How much more is spent per account, in percent of the control group, with its 95 % interval; null when nobody there bought. */
        percent: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      })
      .nullable(),
    byDay: z.array(z.object({ day: z.string(), uses: amount, costCoins: amount })),
  })
  .meta({ id: 'PromotionResults' });
export type PromotionResults = z.infer<typeof promotionResults>;
