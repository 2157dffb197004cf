import {
  ACCOUNT_RISKS,
  ANY_PROVIDER,
  CLAWBACK_CAUSES,
  CLAWBACK_STEPS,
  type ClawbackPolicy,
  DISPUTE_CATEGORIES,
  type DisputePolicy,
  MAX_RISK_DAYS,
  MONEY_BACK_POLICY_KINDS,
  type MoneyBackPolicyKinds,
  PAYMENT_PROVIDERS,
  REFUND_OUTCOMES,
  REQUESTER_KINDS,
  type RefundPolicy,
  type RefundReasons,
  type RiskWindowPolicy,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, longText, positiveAmount, shortText } from '../primitives.js';
import { evidenceTerms } from './evidence.js';

const distinct = (values: readonly string[]) => new Set(values).size === values.length;
const NOT_DISTINCT = { message: 'must not name anything twice' };
const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/, { message: 'must be lower case letters, digits and underscores' });
const days = z.int().min(0).max(10_000);
const hours = z.int().min(1).max(10_000);

const waterfall = z.array(z.enum(CLAWBACK_STEPS)).max(CLAWBACK_STEPS.length).refine(distinct, NOT_DISTINCT);

export const clawbackPolicy: z.ZodType<ClawbackPolicy> = z
  .strictObject({
    waterfall: z.strictObject({ refund: waterfall, dispute: waterfall, fraud: waterfall }),
    maxDebtCoins: amount,
  })
  .meta({ id: 'ClawbackPolicy' });

export const riskWindowPolicy: z.ZodType<RiskWindowPolicy> = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          provider: z.enum([...PAYMENT_PROVIDERS, ANY_PROVIDER]),
          accountYoungerThanDays: z.int().min(1).max(10_000).nullable(),
          days: z.int().min(0).max(MAX_RISK_DAYS),
        }),
      )
      .max(50),
  })
  .meta({ id: 'RiskWindowPolicy' });

const requesters = z.array(z.enum(REQUESTER_KINDS)).min(1).refine(distinct, NOT_DISTINCT);
const thresholds = z.strictObject({
  refundsIn90Days: z.int().min(1),
  lostDisputes: z.int().min(1),
  youngerThanDays: days,
});

export const refundPolicy: z.ZodType<RefundPolicy> = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          rowId: code,
          requesters,
          maxAmountUsdMinor: positiveAmount.nullable(),
          maxAgeDays: days.nullable(),
          maxSpentPercent: z.int().min(0).max(100).nullable(),
          risks: z.array(z.enum(ACCOUNT_RISKS)).min(1).refine(distinct, NOT_DISTINCT),
          outcome: z.enum(REFUND_OUTCOMES),
          why: shortText.trim().min(1),
        }),
      )
      .max(50)
      .refine((rows) => distinct(rows.map((row) => row.rowId)), NOT_DISTINCT),
    otherwise: z.strictObject({ outcome: z.enum(REFUND_OUTCOMES), why: shortText.trim().min(1) }),
    risk: z.strictObject({ elevated: thresholds, high: thresholds }),
    dueHours: z.strictObject({
      requested: hours,
      pending_approval: hours,
      approved: hours,
      processing: hours,
      failed: hours,
    }),
    bulk: z.strictObject({ maxItems: z.int().min(1).max(100_000), secondPersonAboveUsdMinor: amount }),
  })
  .meta({ id: 'RefundPolicy' });

export const refundReasonsPolicy: z.ZodType<RefundReasons> = z
  .strictObject({
    reasons: z
      .array(
        z.strictObject({
          code,
          label: shortText.trim().min(1),
          requesters,
          noteRequired: z.boolean(),
          cause: z.enum(CLAWBACK_CAUSES),
        }),
      )
      .min(1)
      .max(100)
      .refine((reasons) => distinct(reasons.map((reason) => reason.code)), NOT_DISTINCT),
  })
  .meta({ id: 'RefundReasons' });

const permille = z.int().min(0).max(1_000);
const early = <T extends z.ZodType>(value: T) => z.strictObject({ fraud_warning: value, inquiry: value });

export const disputePolicy: z.ZodType<DisputePolicy> = z
  .strictObject({
    costs: z.strictObject({ feeUsdMinor: amount, handlingUsdMinor: amount, ratioUsdMinor: amount }),
    writeOffPermille: permille,
    becomesDisputePermille: early(permille),
    winPermille: z.record(z.enum(DISPUTE_CATEGORIES), permille),
    refundUpToUsdMinor: early(amount),
    atRiskHours: hours,
    terms: z.array(evidenceTerms).max(100),
  })
  .meta({ id: 'DisputePolicy' });

/** What a policy of each kind looks like. */
export const MONEY_BACK_POLICY_SCHEMAS: {
  readonly [Kind in keyof MoneyBackPolicyKinds]: z.ZodType<MoneyBackPolicyKinds[Kind]>;
} = {
  clawback: clawbackPolicy,
  risk_window: riskWindowPolicy,
  refund: refundPolicy,
  reasons: refundReasonsPolicy,
  dispute: disputePolicy,
};

const release = <Kind extends keyof MoneyBackPolicyKinds>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    /** The version this one replaces: 409 `policy.conflict` when somebody released another meanwhile. */
    follows: z.int().min(1),
    /** Why. */
    comment: longText.trim().min(1),
    policy: MONEY_BACK_POLICY_SCHEMAS[kind],
  });

/** `POST /staff/money-back-policies` releases a version; everything decided from its commit on goes by it. */
export const releaseMoneyBackPolicy = z
  .discriminatedUnion('kind', [
    release('clawback'),
    release('risk_window'),
    release('refund'),
    release('reasons'),
    release('dispute'),
  ])
  .meta({ id: 'ReleaseMoneyBackPolicy' });
export type ReleaseMoneyBackPolicy = z.infer<typeof releaseMoneyBackPolicy>;

export const MONEY_BACK_POLICY_ACTIONS = ['release'] as const;

/**
 * A row of the staff list `money-back-policies`: one version of one kind, which never changes. Filters: `id kind live`.
 * Sorts: `id kind version createdAt`. `release`, on the one in force: another version may follow it.
 */
export const staffMoneyBackPolicy = z
  .object({
    /** `kind:version`. */
    id: z.string(),
    kind: z.enum(MONEY_BACK_POLICY_KINDS),
    version: z.int(),
    /** Whether it is in force. */
    live: z.boolean(),
    /** As the schema of its kind says. */
    policy: z.unknown(),
    comment: z.string(),
    createdAt: instant,
    /** The e-mail of who released it; `system` for the first. */
    createdBy: z.string(),
    allowedActions: z.array(z.enum(MONEY_BACK_POLICY_ACTIONS)),
  })
  .meta({ id: 'StaffMoneyBackPolicy' });
export type StaffMoneyBackPolicy = z.infer<typeof staffMoneyBackPolicy>;
