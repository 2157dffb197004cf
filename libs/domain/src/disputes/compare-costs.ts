import type { Money } from '../kernel/money.js';
import { amountIn } from '../limits/convert-money.js';
import type { DisputePolicy, EarlyKind } from './dispute-policy.js';
import type { EvidenceCategory } from './evidence-category.js';

/** Refunding now against waiting, in US cents, with every number that went into it. */
export interface CostComparison {
  readonly kind: EarlyKind;
  readonly policyVersion: number;
  readonly category: EvidenceCategory;
  readonly amountUsdMinor: number;
  readonly becomesDisputePermille: number;
  readonly winPermille: number;
  /** Fee, work and the place in the schemes' statistics. */
  readonly perDisputeUsdMinor: number;
  /** Of the purchase's coins, how many of a thousand are spent now. */
  readonly spentPermille: number;
  /** What of the coins is gone for good when the money goes back now, and when it goes back later. */
  readonly writeOffNowUsdMinor: number;
  readonly writeOffLaterUsdMinor: number;
  readonly refundUsdMinor: number;
  readonly waitUsdMinor: number;
  readonly cheaper: 'refund' | 'wait';
  /** What the policy does about it. */
  readonly verdict: 'refund' | 'recommend_refund' | 'wait';
}

const MILLE = 1_000;
const share = (amount: number, permille: number): number => Math.round((amount * permille) / MILLE);

/**
 * A refund costs the amount, and of the coins what is spent by now. Waiting costs, as often as it becomes a dispute, the
 * fee, the work, the place in the schemes' statistics and, as often as that is lost, the amount and all the coins, because
 * whoever is left alone spends them. Null when the currency has no reference rate: then a person decides without numbers.
 */
export function compareCosts(args: {
  kind: EarlyKind;
  category: EvidenceCategory;
  refundable: Money;
  spentPermille: number;
  policy: DisputePolicy;
  policyVersion: number;
}): CostComparison | null {
  const { kind, category, refundable, spentPermille, policy, policyVersion } = args;
  const worth = amountIn('USD', refundable);
  if (worth === null) return null;
  const amountUsdMinor = Number(worth);
  const { feeUsdMinor, handlingUsdMinor, ratioUsdMinor } = policy.costs;
  const perDisputeUsdMinor = feeUsdMinor + handlingUsdMinor + ratioUsdMinor;
  const becomesDisputePermille = policy.becomesDisputePermille[kind];
  const winPermille = policy.winPermille[category];
  const writeOffLaterUsdMinor = share(amountUsdMinor, policy.writeOffPermille);
  const writeOffNowUsdMinor = share(writeOffLaterUsdMinor, spentPermille);
  const refundUsdMinor = amountUsdMinor + writeOffNowUsdMinor;
  const lost = share(amountUsdMinor + writeOffLaterUsdMinor, MILLE - winPermille);
  const waitUsdMinor = share(perDisputeUsdMinor + lost, becomesDisputePermille);
  const cheaper = refundUsdMinor < waitUsdMinor ? 'refund' : 'wait';
  const byItself = amountUsdMinor <= policy.refundUpToUsdMinor[kind];
  return {
    kind,
    policyVersion,
    category,
    amountUsdMinor,
    becomesDisputePermille,
    winPermille,
    perDisputeUsdMinor,
    spentPermille,
    writeOffNowUsdMinor,
    writeOffLaterUsdMinor,
    refundUsdMinor,
    waitUsdMinor,
    cheaper,
    verdict: cheaper === 'wait' ? 'wait' : byItself ? 'refund' : 'recommend_refund',
  };
}

/** Whole coins in thousandths; a purchase without coins has nothing to lose. */
export function spentPermille(coins: { readonly granted: bigint; readonly unspent: bigint }): number {
  if (coins.granted <= 0n) return 0;
  const spent = coins.granted > coins.unspent ? coins.granted - coins.unspent : 0n;
  return Number((spent * BigInt(MILLE)) / coins.granted);
}
