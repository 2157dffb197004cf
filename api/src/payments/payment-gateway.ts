import type { Money } from '@coinwarden/domain';

/**
 * What this product asks of a payment provider. Every write carries an idempotency key, so that asking again with the same
 * key never pays again. Each call answers, or throws one of the two failures below: nothing else leaves an adapter.
 */
export abstract class PaymentGateway {
  /** Throws ProviderRefused: nothing was paid. Throws ProviderUnknown: it may have been; ask `findRefund`. */
  abstract createRefund(request: RefundOrder): Promise<ProviderRefund>;
  /** What became of a refund: by the provider's id, else the newest that was made for `refundId`. Pays nothing. */
  abstract findRefund(request: RefundQuestion): Promise<ProviderRefund | null>;
  /**
   * Writes the evidence to the provider. With `submit` it goes to the card issuer, which happens once: refused afterwards.
   * `fields` are the provider's own names; `file` is a PDF.
   */
  abstract submitEvidence(request: EvidenceSubmission): Promise<void>;
  /** Gives the dispute up. It cannot be taken back. */
  abstract acceptDispute(request: DisputeAcceptance): Promise<void>;
}

export interface RefundOrder {
  readonly refundId: string;
  /** The payment's reference, as the purchase carries it. */
  readonly reference: string;
  readonly money: Money;
  /** A reason of ours; an adapter translates it as far as its provider has words. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

export interface RefundQuestion {
  readonly refundId: string;
  readonly reference: string;
  readonly providerRefundId: string | null;
}

export interface ProviderRefund {
  readonly providerRefundId: string;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly money: Money;
  /** Why it failed, in the provider's word. */
  readonly detail: string | null;
}

export interface EvidenceSubmission {
  readonly providerDisputeId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Buffer | null;
  readonly submit: boolean;
  readonly idempotencyKey: string;
}

export interface DisputeAcceptance {
  readonly providerDisputeId: string;
  readonly idempotencyKey: string;
}

/** A definite no: nothing happened at the provider. */
export class ProviderRefused extends Error {
  constructor(
    /** The provider's code, such as `charge_already_refunded`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Nobody knows whether it happened: the answer was lost, or the provider does not know itself. */
export class ProviderUnknown extends Error {}
