import {
  MAX_CODES_AT_ONCE,
  MAX_HOLDOUT_PERCENT,
  PROMOTION_ACTIONS,
  PROMOTION_EFFECTS,
  PROMOTION_STATUSES,
} from '@coinwarden/domain';
import { z } from 'zod';
import {
  amount,
  id,
  instant,
  longText,
  positiveAmount,
  shortText,
  storableText,
  timeZone,
} from '../primitives.js';

/** `Date` would take the 30th of February for a day in March. */
function isOnCalendar(text: string): boolean {
  const at = new Date(`${text}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A time by the clock on the wall, to the minute and without an offset: `2026-12-24T18:00`. */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'must be a local time such as 2026-12-24T18:00' })
  .refine(isOnCalendar, { error: 'there is no such day or time' });

/** Codes are typed by people: letters and digits, and hyphens between them. */
const codeText = (max: number) =>
  z
    .string()
    .trim()
    .min(3)
    .max(max)
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, { error: 'must be letters, digits and hyphens' });

export const MAX_TARGET_PACKAGES = 200;

/** All that is written about a promotion; the server checks what belongs together. */
const contents = {
  name: shortText.trim().min(1),
  effect: z.enum(PROMOTION_EFFECTS),
  /** A whole percent, or coins, as the effect says. */
  value: positiveAmount,
  /** Empty means every package. */
  packageIds: z.array(id).max(MAX_TARGET_PACKAGES),
  /** A condition over the account (`GET /staff/promotions/facts` lists what it may read); null is everybody. */
  audience: storableText(2_000).min(1).nullable(),
  /** One code for all who know it; null applies by itself. Not together with `singleUseCodes`. */
  code: codeText(40).nullable(),
  /** Every buyer needs a code of their own, which works once. */
  singleUseCodes: z.boolean(),
  /** The window, half-open, by the clocks of `timeZone`. */
  startsLocal: localTime,
  endsLocal: localTime,
  timeZone,
  /** The most coins it may cost in all; null is no end to it, and needs a second person. */
  budgetCoins: positiveAmount.nullable(),
  usesPerAccount: z.int().min(1).max(1_000_000).nullable(),
  /** Of promotions that name the same group an account uses only one. */
  exclusiveGroup: id.nullable(),
  /** Of the audience, so many percent go without, to compare with. */
  holdoutPercent: z.int().min(0).max(MAX_HOLDOUT_PERCENT),
  priority: z.int().min(-1_000).max(1_000),
  /** Pauses by itself when so many percent of its uses are abuse. */
  pauseAbusePercent: z.int().min(1).max(100).nullable(),
  /** Pauses by itself when its budget goes so fast, in percent of the pace that would last to the end (200 is double). */
  pausePacePercent: z.int().min(101).max(10_000).nullable(),
};

export const promotionContents = z.strictObject(contents).meta({ id: 'PromotionContents' });
export type PromotionContents = z.infer<typeof promotionContents>;

/** `POST /staff/promotions` makes a draft. The id is what buyers' answers, rules and reports name it by. */
export const promotionCreate = z
  .strictObject({ promotionId: id, ...contents })
  .meta({ id: 'PromotionCreate' });
export type PromotionCreate = z.infer<typeof promotionCreate>;

/** `PUT /staff/promotions/{id}` rewrites a draft: 409 `record.conflict` when `revision` is not the latest. */
export const promotionEdit = z
  .strictObject({ revision: z.int().min(1), ...contents })
  .meta({ id: 'PromotionEdit' });
export type PromotionEdit = z.infer<typeof promotionEdit>;

/** `POST …/actions/move` of a draft: by whole days, at the same times of day. */
export const promotionMove = z
  .strictObject({ revision: z.int().min(1), days: z.int().min(-3_660).max(3_660) })
  .meta({ id: 'PromotionMove' });
export type PromotionMove = z.infer<typeof promotionMove>;

/** `POST …/actions/{action}`: what is submitted, approved or rejected is the revision that was looked at. */
export const promotionActionRequest = z
  .strictObject({ revision: z.int().min(1).optional(), reason: longText.trim().min(1).optional() })
  .meta({ id: 'PromotionActionRequest' });
export type PromotionActionRequest = z.infer<typeof promotionActionRequest>;

/** `edit` and `move` are open while it is a draft, `add_codes` as long as it may still be used. */
export const STAFF_PROMOTION_ACTIONS = ['edit', 'move', 'add_codes', ...PROMOTION_ACTIONS] as const;

/**
 * A row of the staff list `promotions`. Filters: `id effect status code packageId group running from to` (overlap of the
 * window) `q` (start of the name). Sorts: `id name startsAt endsAt priority`.
 */
export const staffPromotion = z
  .object({
    id: z.string(),
    ...contents,
    name: z.string(),
    packageIds: z.array(z.string()),
    audience: z.string().nullable(),
    code: z.string().nullable(),
    exclusiveGroup: z.string().nullable(),
    budgetCoins: amount.nullable(),
    startsAt: instant,
    endsAt: instant,
    /** As it is now: `scheduled` before, `active` in and `ended` after its window. */
    status: z.enum(PROMOTION_STATUSES),
    /** Active, and not paused. */
    running: z.boolean(),
    grantedCoins: amount,
    uses: amount,
    /** Whether somebody else has to approve it. */
    needsApproval: z.boolean(),
    revision: z.int(),
    /** E-mails of who wrote it since it was last approved. */
    authors: z.array(z.string()),
    createdAt: instant,
    /** Why it is paused, and since when; `by` is null when it paused by itself. */
    paused: z.object({ at: instant, by: z.string().nullable(), reason: z.string() }).nullable(),
    allowedActions: z.array(z.enum(STAFF_PROMOTION_ACTIONS)),
  })
  .meta({ id: 'StaffPromotion' });
export type StaffPromotion = z.infer<typeof staffPromotion>;

/** What was done to a promotion, newest first: `GET /staff/promotions/{id}/history`. */
export const promotionHistory = z
  .array(
    z.object({
      position: z.int(),
      at: instant,
      /** `created edited moved submitted approved rejected recalled paused resumed ended codes_added codes_revoked`. */
      action: z.string(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  )
  .meta({ id: 'PromotionHistory' });
export type PromotionHistory = z.infer<typeof promotionHistory>;

/** `POST …/actions/add_codes` draws codes that work once; the answer is the only list of just these. */
export const promotionCodesRequest = z
  .strictObject({
    count: z.int().min(1).max(MAX_CODES_AT_ONCE),
    /** Put before every code. */
    prefix: codeText(12).optional(),
  })
  .meta({ id: 'PromotionCodesRequest' });
export type PromotionCodesRequest = z.infer<typeof promotionCodesRequest>;

export const promotionCodesAnswer = z
  .object({ codes: z.array(z.string()) })
  .meta({ id: 'PromotionCodesAnswer' });
export type PromotionCodesAnswer = z.infer<typeof promotionCodesAnswer>;

export const PROMOTION_CODE_STATUSES = ['free', 'used', 'revoked'] as const;

/** A row of the staff list `promotion-codes`. Filters: `id promotionId status accountId`. Sorts: `id createdAt`. */
export const staffPromotionCode = z
  .object({
    /** The code; in part for those who may not write promotions. */
    id: z.string(),
    promotionId: z.string(),
    status: z.enum(PROMOTION_CODE_STATUSES),
    createdAt: instant,
    usedAt: instant.nullable(),
    accountId: z.string().nullable(),
    transactionId: z.string().nullable(),
  })
  .meta({ id: 'StaffPromotionCode' });
export type StaffPromotionCode = z.infer<typeof staffPromotionCode>;

/** `POST …/actions/revoke_codes` takes back what nobody used: all that is left, or those named. */
export const promotionCodesRevoke = z
  .strictObject({
    codes: z.array(z.string().max(60)).min(1).max(1_000).optional(),
    reason: longText.trim().min(1),
  })
  .meta({ id: 'PromotionCodesRevoke' });
export type PromotionCodesRevoke = z.infer<typeof promotionCodesRevoke>;

export const promotionCodesRevoked = z.object({ revoked: z.int() }).meta({ id: 'PromotionCodesRevoked' });
export type PromotionCodesRevoked = z.infer<typeof promotionCodesRevoked>;
