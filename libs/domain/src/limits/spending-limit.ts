import type { Instant } from '../kernel/time.js';

/** Who set a limit, from the law down to the account's owner. The lowest of all layers wins. */
export const LIMIT_LAYERS = ['regulator', 'platform', 'guardian', 'self', 'staff'] as const;
export type LimitLayer = (typeof LIMIT_LAYERS)[number];

export const LIMIT_MEASURES = ['purchase_money', 'coins_spent'] as const;
export type LimitMeasure = (typeof LIMIT_MEASURES)[number];

export const LIMIT_WINDOWS = ['transaction', 'day', 'week', 'month'] as const;
export type LimitWindow = (typeof LIMIT_WINDOWS)[number];

/**
 * One ceiling on spending. `limit` counts coins for `coins_spent` and minor units of `currency` for
 * `purchase_money`; it binds while `effectiveFrom ≤ now < effectiveUntil`.
 */
export interface SpendingLimit {
  readonly layer: LimitLayer;
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly limit: bigint;
  readonly currency: string | null;
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant | null;
  /** Of a staff limit: it stands in the place of the platform's on the same measure and window. */
  readonly liftsPlatform?: true;
}

/** What is left under one limit: `resetsAt` is null for the per-transaction window. */
export interface LimitRoom {
  readonly layer: LimitLayer;
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly currency: string | null;
  readonly limit: bigint;
  readonly used: bigint;
  readonly remaining: bigint;
  readonly resetsAt: Instant | null;
}
