import type { Claim } from '../clawback/claim.js';
import { DAY, type Instant } from '../kernel/time.js';

/**
 * What an account has had back, packed into its row so that rules read it with everything else: how many disputes it ever
 * had, and for each of its last days how many refunds. It follows from the claims on its purchases alone, so writing it
 * again changes nothing.
 */
export interface MoneyBackHistory {
  /** Disputes of its purchases, those we won included. */
  readonly disputes: number;
  /** Refunds made or on their way, ever. */
  readonly refunds: number;
  /** The latest first. */
  readonly days: readonly MoneyBackDay[];
}

export interface MoneyBackDay {
  /** Days since the epoch, in UTC. */
  readonly day: number;
  readonly refunds: number;
  /** Of these, refunds whose coins had been spent. */
  readonly afterSpending: number;
  /** Refunded or lost to disputes, in US cents. */
  readonly usdMinor: number;
}

export const NO_MONEY_BACK: MoneyBackHistory = { disputes: 0, refunds: 0, days: [] };

/** A claim with what counting it needs besides. */
export interface CountedClaim extends Pick<Claim, 'kind' | 'reservedMinor' | 'paidMinor'> {
  readonly openedAt: Instant;
  /** Whether the purchase stood when it was opened: giving back what a declined one took is no refund of the account's. */
  readonly purchaseStood: boolean;
  readonly afterSpending: boolean;
  readonly usdMinor: number;
}

/** As many days as rules look back on. */
const KEPT_DAYS = 30;

const dayOf = (at: Instant): number => Math.floor(at / DAY);

export function countClaims(claims: readonly CountedClaim[], now: Instant): MoneyBackHistory {
  const days = new Map<number, MoneyBackDay>();
  let disputes = 0;
  let refunds = 0;
  for (const claim of claims) {
    if (!claim.purchaseStood) continue;
    const refunded = claim.kind === 'refund' && claim.reservedMinor + claim.paidMinor > 0n;
    if (claim.kind === 'dispute') disputes++;
    if (refunded) refunds++;
    const day = dayOf(claim.openedAt);
    if ((!refunded && claim.paidMinor === 0n) || day <= dayOf(now) - KEPT_DAYS) continue;
    const before = days.get(day) ?? { day, refunds: 0, afterSpending: 0, usdMinor: 0 };
    days.set(day, {
      day,
      refunds: before.refunds + (refunded ? 1 : 0),
      afterSpending: before.afterSpending + (refunded && claim.afterSpending ? 1 : 0),
      usdMinor: before.usdMinor + claim.usdMinor,
    });
  }
  return { disputes, refunds, days: [...days.values()].sort((a, b) => b.day - a.day) };
}

/** The sums of the last 30 days. */
export function moneyBackOf30Days(history: MoneyBackHistory, now: Instant): Omit<MoneyBackDay, 'day'> {
  const sums = { refunds: 0, afterSpending: 0, usdMinor: 0 };
  for (const { day, refunds, afterSpending, usdMinor } of history.days) {
    if (day <= dayOf(now) - KEPT_DAYS) continue;
    sums.refunds += refunds;
    sums.afterSpending += afterSpending;
    sums.usdMinor += usdMinor;
  }
  return sums;
}

type Packed = [
  disputes: number,
  refunds: number,
  days: [day: number, refunds: number, afterSpending: number, usdMinor: number][],
];

export function encodeMoneyBack({ disputes, refunds, days }: MoneyBackHistory): string {
  if (disputes === 0 && refunds === 0) return '[]';
  const packed: Packed = [
    disputes,
    refunds,
    days.map((d) => [d.day, d.refunds, d.afterSpending, d.usdMinor] as const satisfies Packed[2][number]),
  ];
  return JSON.stringify(packed);
}

export function decodeMoneyBack(text: string): MoneyBackHistory {
  if (text === '[]') return NO_MONEY_BACK;
  const [disputes, refunds, days] = JSON.parse(text) as Packed;
  return {
    disputes,
    refunds,
    days: days.map(([day, refunds, afterSpending, usdMinor]) => ({ day, refunds, afterSpending, usdMinor })),
  };
}
