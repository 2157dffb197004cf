import type { Reason } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';

/**
 * An alert is one reason to look at an account: a held transaction, a scam comment, a report by a user, membership in a
 * ring. Alerts are never worked on by themselves: they gather in cases. Raising one again changes nothing, so whoever
 * raises alerts may repeat itself.
 */
export const ALERT_KINDS = ['transaction', 'content', 'report', 'ring', 'security', 'free_coins'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const MAX_ALERT_SCORE = 1_000;

export interface NewAlert {
  readonly kind: AlertKind;
  /** With kind and account it names the alert: raised again under the same three, it is the same alert. */
  readonly key: string;
  readonly accountId: string;
  /** 0 … 1000: how sure the source is that something is wrong. */
  readonly score: number;
  readonly reason: Reason;
  readonly valueAtRiskUsdMinor: bigint;
  readonly at: Instant;
  /** When it is too late to decide: a hold expires by itself then. */
  readonly dueAt?: Instant;
  readonly transactionId?: string;
  readonly scanId?: string;
  /** IETF primary language of what has to be read, such as `de`. */
  readonly language?: string;
}

/** One alert of each kind, key and account, the first of them. */
export function distinctAlerts(alerts: readonly NewAlert[]): NewAlert[] {
  const seen = new Map<string, NewAlert>();
  for (const alert of alerts) {
    const name = JSON.stringify([alert.accountId, alert.kind, alert.key]);
    if (!seen.has(name)) seen.set(name, alert);
  }
  return [...seen.values()];
}
