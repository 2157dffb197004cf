import { z } from 'zod';

/** The parts of Stripe's objects that are used here, in every API version that carries them. */

/** An id, or the object itself where it was expanded. */
const ref = z
  .union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)])
  .nullish()
  .transform((id) => id ?? null);

/** Stripe writes currencies in lower case. */
const currency = z
  .string()
  .length(3)
  .transform((code) => code.toUpperCase());

const moment = z.int().transform((seconds) => seconds * 1_000);
const metadata = z.record(z.string(), z.string()).nullish();

export const stripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ object: z.looseObject({}) }).optional(),
});

export const paymentIntent = z.object({
  id: z.string(),
  status: z.string(),
  latest_charge: ref,
  amount_received: z.int().min(0).optional(),
  currency: currency.optional(),
});

export const charge = z.object({
  id: z.string(),
  captured: z.boolean(),
  payment_intent: ref,
  /** Older versions do not carry it. */
  amount_captured: z.int().min(0).optional(),
  currency: currency.optional(),
});

export const refund = z.object({
  id: z.string(),
  amount: z.int().positive(),
  currency,
  charge: ref,
  payment_intent: ref,
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  metadata,
});

/** Older versions list a charge's refunds inside it, the latest first. */
export const refundedCharge = z.object({
  id: z.string(),
  payment_intent: ref,
  refunds: z.object({ data: z.array(z.unknown()) }).nullish(),
});

export const balanceTransaction = z.object({
  id: z.string(),
  amount: z.int(),
  fee: z.int().default(0),
  currency,
  created: moment,
});

export const dispute = z.object({
  id: z.string(),
  amount: z.int().positive(),
  currency,
  charge: ref,
  payment_intent: ref,
  created: moment,
  status: z.string(),
  reason: z.string(),
  is_charge_refundable: z.boolean().default(false),
  balance_transactions: z.array(z.union([balanceTransaction, z.string()])).default([]),
  evidence_details: z.object({ due_by: moment.nullish(), submission_count: z.int().default(0) }).nullish(),
  network_reason_code: z.string().nullish(),
  payment_method_details: z
    .object({
      card: z
        .object({
          brand: z.string().nullish(),
          network: z.string().nullish(),
          case_type: z.string().nullish(),
          network_reason_code: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type StripeDispute = z.output<typeof dispute>;

export const fraudWarning = z.object({
  id: z.string(),
  charge: ref,
  payment_intent: ref,
  fraud_type: z.string(),
  actionable: z.boolean(),
});
