import { type ClawbackPolicy, DEFAULT_CLAWBACK_POLICY } from '../clawback/clawback-policy.js';
import { DEFAULT_DISPUTE_POLICY, type DisputePolicy } from '../disputes/dispute-policy.js';
import { DEFAULT_RISK_WINDOW_POLICY, type RiskWindowPolicy } from '../ledger/risk-window.js';
import { DEFAULT_REFUND_POLICY, type RefundPolicy } from '../refunds/refund-policy.js';
import { DEFAULT_REFUND_REASONS, type RefundReasons } from '../refunds/refund-reasons.js';

/**
 * The policies by which money goes back, by kind. Versions never change; the latest of a kind is in force. What was
 * decided names the version it was decided by.
 */
export interface MoneyBackPolicyKinds {
  readonly clawback: ClawbackPolicy;
  readonly risk_window: RiskWindowPolicy;
  readonly refund: RefundPolicy;
  readonly reasons: RefundReasons;
  readonly dispute: DisputePolicy;
}

export type MoneyBackPolicyKind = keyof MoneyBackPolicyKinds;

/** What a new installation starts with, as version 1 of each kind. */
export const DEFAULT_MONEY_BACK_POLICIES: MoneyBackPolicyKinds = {
  clawback: DEFAULT_CLAWBACK_POLICY,
  risk_window: DEFAULT_RISK_WINDOW_POLICY,
  refund: DEFAULT_REFUND_POLICY,
  reasons: DEFAULT_REFUND_REASONS,
  dispute: DEFAULT_DISPUTE_POLICY,
};

/** Why there is a version 1; the console says it in the reader's language. */
export const FIRST_VERSION_COMMENT = 'What a new installation starts with';

export const MONEY_BACK_POLICY_KINDS = Object.keys(DEFAULT_MONEY_BACK_POLICIES) as MoneyBackPolicyKind[];
