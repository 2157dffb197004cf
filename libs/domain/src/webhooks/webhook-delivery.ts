import { HOUR, type Instant, MINUTE, SECOND } from '../kernel/time.js';

/**
 * One event on its way to one endpoint. It is attempted until the receiver acknowledges it or the attempts run out after
 * about a day; `nextAttemptAt` is set exactly while it is pending.
 */
export const WEBHOOK_DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type WebhookDeliveryStatus = (typeof WEBHOOK_DELIVERY_STATUSES)[number];

/** Waits after the first, second, … failure: 26 hours and some in all, as Standard Webhooks recommends. */
const RETRY_DELAYS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  10 * HOUR,
];
/** Each wait is up to this share longer, so that what failed together does not return together. */
const JITTER = 0.2;

export const MAX_WEBHOOK_ATTEMPTS = RETRY_DELAYS.length + 1;

export type AttemptResult =
  | { readonly acknowledged: true; readonly responseStatus: number }
  /** `gone`: the receiver said (410) that it wants nothing any more. */
  | {
      readonly acknowledged: false;
      readonly responseStatus: number | null;
      readonly error: string;
      readonly gone: boolean;
    };

export interface DeliveryProgress {
  readonly status: WebhookDeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
}

/** Where a pending delivery stands after one more attempt. `random` in [0, 1) spreads the next one. */
export function afterAttempt(
  delivery: { readonly attempts: number },
  result: AttemptResult,
  { now, random }: { readonly now: Instant; readonly random: number },
): DeliveryProgress {
  const attempts = delivery.attempts + 1;
  if (result.acknowledged) return { status: 'delivered', attempts, nextAttemptAt: null };
  const delay = result.gone ? undefined : RETRY_DELAYS[attempts - 1];
  if (delay === undefined) return { status: 'failed', attempts, nextAttemptAt: null };
  return { status: 'pending', attempts, nextAttemptAt: now + Math.round(delay * (1 + JITTER * random)) };
}
