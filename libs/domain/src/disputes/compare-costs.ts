import type { Money } from '../kernel/money.js';
import { amountIn } from '../limits/convert-money.js';
import type { DisputePolicy, EarlyKind } from './dispute-policy.js';
import type { EvidenceCategory } from './evidence-category.js';

/** Refunding now against waiting, in US cents, with every number that went into it. */
export interface CostComparison {
  readonly kind: EarlyKind;
  readonly refundUsdMinor: number;
  readonly waitUsdMinor: number;
  readonly becomesDisputePermille: number;
  readonly winPermille: number;
  readonly perDisputeUsdMinor: number;
  readonly cheaper: 'refund' | 'wait';
  /** What the policy does about it. */
  readonly verdict: 'refund' | 'recommend_refund' | 'wait';
}

/**
 * A refund costs the amount, for certain. Waiting costs, as often as it becomes a dispute, the fee, the work, the place in the
 * schemes' statistics and, as often as it is lost, the amount. The coins come back either way, so they weigh on neither side. Null when
 * the currency has no reference rate: then a person decides without numbers.
 */
export function compareCosts(args: {
  kind: EarlyKind;
  category: EvidenceCategory;
  refundable: Money;
  policy: DisputePolicy;
}): CostComparison | null {
  const { kind, category, refundable, policy } = args;
  const worth = amountIn('USD', refundable);
  if (worth === null) return null;
  const amount = Number(worth);
  const { feeUsdMinor, handlingUsdMinor, ratioUsdMinor } = policy.costs;
  const perDisputeUsdMinor = feeUsdMinor + handlingUsdMinor + ratioUsdMinor;
  const becomesDisputePermille = policy.becomesDisputePermille[kind];
  const winPermille = policy.winPermille[category];
  const lost = Math.round((amount * (1_000 - winPermille)) / 1_000);
  const waitUsdMinor = Math.round(((perDisputeUsdMinor + lost) * becomesDisputePermille) / 1_000);
  const cheaper = amount < waitUsdMinor ? 'refund' : 'wait';
  const byItself = amount <= policy.refundUpToUsdMinor[kind];
  const verdict = cheaper === 'wait' ? 'wait' : byItself ? 'refund' : 'recommend_refund';
  return {
    kind,
    refundUsdMinor: amount,
    waitUsdMinor,
    becomesDisputePermille,
    winPermille,
    perDisputeUsdMinor,
    cheaper,
    verdict,
  };
}
