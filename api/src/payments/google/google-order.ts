import { type Money, money } from '@coinwarden/domain';
import { z } from 'zod';

/** https://developers.google.com/android-publisher/api-ref/rest/v3/orders#Order, as far as refunds need it. */
export const googleOrder = z.object({
  orderId: z.string(),
  state: z.string(),
  total: z.object({
    currencyCode: z.string().length(3),
    units: z.union([z.int(), z.string().regex(/^-?\d+$/)]).default('0'),
    nanos: z.int().min(0).max(999_999_999).default(0),
  }),
});
export type GoogleOrder = z.output<typeof googleOrder>;

const NANO_DIGITS = 9;

/** Whole units and billionths, as minor units: Google never charges less than the currency's smallest coin. */
export function totalOf({ total: { currencyCode, units, nanos } }: GoogleOrder): Money {
  const digits = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currencyCode,
  }).resolvedOptions().maximumFractionDigits!;
  const parts = Math.round(nanos / 10 ** (NANO_DIGITS - digits));
  return money(BigInt(units) * 10n ** BigInt(digits) + BigInt(parts), currencyCode);
}
