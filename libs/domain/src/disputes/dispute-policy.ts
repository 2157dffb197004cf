import { EVIDENCE_CATEGORIES, type EvidenceCategory } from './evidence-category.js';
import type { EvidenceTerms } from './evidence-terms.js';

/** What an unanswered warning may become, and how likely. */
export const EARLY_KINDS = ['fraud_warning', 'inquiry'] as const;
export type EarlyKind = (typeof EARLY_KINDS)[number];

export interface DisputePolicy {
  /** US cents per dispute, beyond the money itself. */
  readonly costs: {
    /** What the provider charges. */
    readonly feeUsdMinor: number;
    /** An analyst's time. */
    readonly handlingUsdMinor: number;
    /** What one more dispute costs through the schemes' monitoring programmes. */
    readonly ratioUsdMinor: number;
  };
  /**
   * Of the price of a coin that is spent, what nobody gives back when the money does: its creator's diamonds that have
   * left, the coins an account never pays.
   */
  readonly writeOffPermille: number;
  /** How many of a thousand become a dispute when nobody refunds. */
  readonly becomesDisputePermille: Readonly<Record<EarlyKind, number>>;
  /** How many of a thousand disputes of a category we win. */
  readonly winPermille: Readonly<Record<EvidenceCategory, number>>;
  /** Refund without asking when that is cheaper, up to this much; above, a person is told. */
  readonly refundUpToUsdMinor: Readonly<Record<EarlyKind, number>>;
  /** A dispute is at risk when less than this is left to answer. */
  readonly atRiskHours: number;
  /** What buyers were told before they paid, for the evidence; empty where nobody has said. */
  readonly terms: readonly EvidenceTerms[];
}

export const DEFAULT_DISPUTE_POLICY: DisputePolicy = {
  costs: { feeUsdMinor: 1_500, handlingUsdMinor: 1_000, ratioUsdMinor: 800 },
  writeOffPermille: 300,
  becomesDisputePermille: { fraud_warning: 800, inquiry: 600 },
  winPermille: {
    fraudulent: 200,
    unrecognized: 450,
    product_not_received: 500,
    product_unacceptable: 400,
    duplicate: 500,
    credit_not_processed: 400,
    subscription_canceled: 350,
    general: 300,
  },
  refundUpToUsdMinor: { fraud_warning: 5_000, inquiry: 2_500 },
  atRiskHours: 48,
  terms: [],
};

export const DISPUTE_CATEGORIES = EVIDENCE_CATEGORIES;
