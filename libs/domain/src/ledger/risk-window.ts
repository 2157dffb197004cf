import type { PaymentProvider } from '../decisions/transaction.js';
import { DAY, type Instant } from '../kernel/time.js';
import { maturityOf } from './economy.js';
import type { LotShare } from './lot.js';
import type { Wallet } from './wallet.js';

/** Any payment provider. */
export const ANY_PROVIDER = '*';

/**
 * How long a purchase may well be taken back, by who took the payment and how old the account was then. Diamonds that
 * its coins become cannot be withdrawn before. It never shortens the ordinary hold of diamonds.
 */
export interface RiskWindowRule {
  readonly provider: PaymentProvider | typeof ANY_PROVIDER;
  /** The account was younger than so many days; null fits every account. */
  readonly accountYoungerThanDays: number | null;
  /** Whole days from the purchase; 0 for none. */
  readonly days: number;
}

/** The first rule that fits decides; a purchase that none fits has no window. */
export interface RiskWindowPolicy {
  readonly rules: readonly RiskWindowRule[];
}

/** A purchase counts as at risk no longer than this: card schemes take disputes for about as long. */
export const MAX_RISK_DAYS = 180;

/**
 * Two weeks where a new account pays: banks report most stolen cards within that time, Apple decides most refunds in it,
 * and it is the right of withdrawal in Europe. Known customers get what the ordinary hold of diamonds gives anyway.
 * Google lets a buyer undo a purchase himself for 48 hours, and revokes little after that.
 */
export const DEFAULT_RISK_WINDOW_POLICY: RiskWindowPolicy = {
  rules: [
    { provider: 'google', accountYoungerThanDays: 30, days: 7 },
    { provider: 'google', accountYoungerThanDays: null, days: 3 },
    { provider: ANY_PROVIDER, accountYoungerThanDays: 30, days: 14 },
    { provider: ANY_PROVIDER, accountYoungerThanDays: null, days: 7 },
  ],
};

/** Until when the purchase counts as at risk; null when it does not. */
export function riskUntil(
  policy: RiskWindowPolicy,
  purchase: { provider: PaymentProvider; accountCreatedAt: Instant; at: Instant },
): Instant | null {
  const { provider, accountCreatedAt, at } = purchase;
  for (const rule of policy.rules) {
    if (rule.provider !== ANY_PROVIDER && rule.provider !== provider) continue;
    const { accountYoungerThanDays: younger, days } = rule;
    if (younger !== null && at - accountCreatedAt >= younger * DAY) continue;
    return days === 0 ? null : at + days * DAY;
  }
  return null;
}

/** The latest end of the risk windows of these coins; null when none of them is at risk. */
export function latestRisk(wallet: Wallet, shares: readonly LotShare[]): Instant | null {
  let latest: Instant | null = null;
  for (const lot of wallet.lots) {
    if (lot.riskUntil === null || (latest !== null && lot.riskUntil <= latest)) continue;
    if (shares.some((share) => share.lotId === lot.lotId)) latest = lot.riskUntil;
  }
  return latest;
}

/**
 * When the diamonds of a gift can be withdrawn: after the ordinary hold, and not before the coins it was made of are out
 * of risk. What waits longer is rounded up to a whole day, so that a popular creator's diamonds wait in few steps.
 */
export function giftMaturesAt(giftedAt: Instant, riskUntil: Instant | null): Instant {
  const ordinary = maturityOf(giftedAt);
  if (riskUntil === null || riskUntil <= ordinary) return ordinary;
  return Math.ceil(riskUntil / DAY) * DAY;
}
