/**
 * Attempts at coins that nobody pays for. None of them works: the ledger credits nothing without a captured payment. Who
 * keeps trying is looking for the hole, so people are told. A client that sends a purchase twice does so once, and a buyer
 * whose bank refuses gives up sooner.
 */
import { DAY, type Instant } from '../kernel/time.js';

export const UNPAID_KINDS = ['payment_of_another', 'payment_used', 'price_short', 'never_paid'] as const;
/** Shown another account's payment, its own a second time, or a sum that is not the price; or never paid at all. */
export type UnpaidKind = (typeof UNPAID_KINDS)[number];

export interface UnpaidAttempt {
  readonly transactionId: string;
  readonly kind: UnpaidKind;
  readonly at: Instant;
  readonly coins: bigint;
  readonly usdMinor: bigint;
}

/** How much one attempt says; from `SUSPICIOUS` on a person should look. */
const WEIGHT: Readonly<Record<UnpaidKind, number>> = {
  payment_of_another: 6,
  payment_used: 3,
  price_short: 3,
  never_paid: 2,
};
const SUSPICIOUS = 6;
const WINDOW = 7 * DAY;

export interface UnpaidAttempts {
  readonly score: number;
  readonly attempts: number;
  readonly kinds: readonly UnpaidKind[];
  readonly usdMinor: bigint;
  readonly firstAt: Instant;
}

export function findUnpaidAttempts(attempts: readonly UnpaidAttempt[], now: Instant): UnpaidAttempts | null {
  const recent = attempts.filter(({ at }) => at <= now && now - at <= WINDOW);
  const weight = recent.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);
  if (weight < SUSPICIOUS) return null;
  return {
    score: Math.min(950, 450 + 25 * weight),
    attempts: recent.length,
    kinds: UNPAID_KINDS.filter((kind) => recent.some((attempt) => attempt.kind === kind)),
    usdMinor: recent.reduce((sum, { usdMinor }) => sum + usdMinor, 0n),
    firstAt: Math.min(...recent.map(({ at }) => at)),
  };
}
