import type { Claim, ClawbackCause } from '../clawback/claim.js';
import type { Instant } from '../kernel/time.js';
import type { RefundFact } from '../notices/notice.js';
import type { RefundStatus } from './refund.js';

/**
 * What a provider said about one of its refunds. The state of a refund is folded from everything that was ever said, so
 * answers and notices may arrive in any order and any number of times.
 */
export interface ProviderFact {
  readonly providerRefundId: string;
  /** Of ours, the attempt that made it. */
  readonly attempt: number;
  readonly status: RefundFact['status'];
  readonly amountMinor: bigint;
  readonly occurredAt: Instant;
}

export type ProviderRefundStatus = ProviderFact['status'];

/**
 * The state of one provider refund. Providers note times to the second and clocks differ, so time only orders what time
 * alone can: a store may grant, take back and grant again. Otherwise what is further along wins: a refund that failed
 * has failed, whenever its success was told.
 */
export function foldProviderFacts(facts: readonly ProviderFact[]): ProviderRefundStatus {
  const failed =
    facts.find(({ status }) => status === 'failed') ?? facts.find(({ status }) => status === 'cancelled');
  if (failed) return failed.status;
  const granted = facts.filter(({ status }) => status === 'succeeded' || status === 'reversed');
  const [last] = granted.sort((a, b) => b.occurredAt - a.occurredAt || rank(b.status) - rank(a.status));
  return last?.status ?? 'pending';
}

/** Of two things said of the same moment: it was taken back after it was given. */
const rank = (status: ProviderRefundStatus): number => (status === 'reversed' ? 1 : 0);

export interface ProviderRefundState {
  readonly providerRefundId: string;
  readonly attempt: number;
  readonly status: ProviderRefundStatus;
  readonly amountMinor: bigint;
  readonly at: Instant;
}

/** One state per provider refund, in the order of attempts. */
export function providerRefunds(facts: readonly ProviderFact[]): ProviderRefundState[] {
  return [...new Set(facts.map((fact) => fact.providerRefundId))]
    .map((providerRefundId) => {
      const own = facts.filter((fact) => fact.providerRefundId === providerRefundId);
      const status = foldProviderFacts(own);
      const telling = own.filter((fact) => fact.status === status);
      const at = Math.max(...telling.map((fact) => fact.occurredAt));
      const said = telling.filter((fact) => fact.occurredAt === at).map((fact) => fact.amountMinor);
      const attempt = Math.min(...own.map((fact) => fact.attempt));
      return { providerRefundId, attempt, status, at, amountMinor: said.reduce((a, b) => (a > b ? a : b)) };
    })
    .sort((a, b) => a.attempt - b.attempt || (a.providerRefundId < b.providerRefundId ? -1 : 1));
}

export interface FoldedRefund {
  /** What went back to the buyer and stayed there. */
  readonly paidMinor: bigint;
  /** How the present attempt stands; null while nobody knows. */
  readonly verdict: 'pending' | 'succeeded' | 'failed' | null;
}

/** What all provider refunds of one refund come to. Money that went back counts, whichever attempt it was. */
export function foldRefund(facts: readonly ProviderFact[], attempt: number): FoldedRefund {
  const states = providerRefunds(facts);
  const paid = states.filter(({ status }) => status === 'succeeded');
  const paidMinor = paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  if (paid.length > 0) return { paidMinor, verdict: 'succeeded' };
  const present = states.filter((state) => state.attempt === attempt);
  if (present.length === 0) return { paidMinor, verdict: null };
  return { paidMinor, verdict: present.some(({ status }) => status === 'pending') ? 'pending' : 'failed' };
}

/** The status that follows from what providers said; where they said nothing final, the present one stays. */
export function statusAfter(status: RefundStatus, { verdict }: FoldedRefund): RefundStatus {
  if (verdict === 'succeeded') return 'succeeded';
  if (verdict === 'failed') return 'failed';
  return status;
}

/** What a refund takes of its purchase: reserved from its approval until it is paid or over. */
export function refundClaim(refund: {
  readonly refundId: string;
  readonly cause: ClawbackCause;
  readonly status: RefundStatus;
  readonly amountMinor: bigint;
  readonly paidMinor: bigint;
  /** Nothing is reserved for what was never asked of us. */
  readonly external: boolean;
}): Claim {
  const open = !refund.external && (refund.status === 'approved' || refund.status === 'processing');
  const left = refund.amountMinor > refund.paidMinor ? refund.amountMinor - refund.paidMinor : 0n;
  return {
    claimId: refund.refundId,
    kind: 'refund',
    cause: refund.cause,
    reservedMinor: open ? left : 0n,
    paidMinor: refund.paidMinor,
    feeMinor: 0n,
  };
}
