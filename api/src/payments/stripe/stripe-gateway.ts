import { money } from '@coinwarden/domain';
import type Stripe from 'stripe';
import {
  type DisputeAcceptance,
  type EvidenceSubmission,
  PaymentGateway,
  type ProviderRefund,
  type RefundOrder,
  type RefundQuestion,
} from '../payment-gateway.js';
import { asked, isMissing } from './stripe-failure.js';

/** Stripe, through its official library. */
export class StripeGateway extends PaymentGateway {
  constructor(private readonly stripe: Stripe) {
    super();
  }

  createRefund(order: RefundOrder): Promise<ProviderRefund> {
    const { refundId, reference, reason, idempotencyKey } = order;
    return asked(async () => {
      const made = await this.stripe.refunds.create(
        {
          ...paymentOf(reference),
          amount: Number(order.money.amountMinor),
          reason: STRIPE_REASONS[reason] ?? 'requested_by_customer',
          metadata: { refund_id: refundId, reason },
        },
        { idempotencyKey },
      );
      return refundOf(made);
    });
  }

  findRefund({ refundId, reference, providerRefundId }: RefundQuestion): Promise<ProviderRefund | null> {
    return asked(async () => {
      try {
        if (providerRefundId !== null) return refundOf(await this.stripe.refunds.retrieve(providerRefundId));
        // The newest comes first.
        for await (const refund of this.stripe.refunds.list({ ...paymentOf(reference), limit: 100 }))
          if (refund.metadata?.['refund_id'] === refundId) return refundOf(refund);
        return null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  submitEvidence(submission: EvidenceSubmission): Promise<void> {
    const { providerDisputeId, fields, file, submit, idempotencyKey } = submission;
    return asked(async () => {
      const uploaded = file === null ? null : await this.upload(file, submission);
      const evidence = { ...fields, ...(uploaded && { uncategorized_file: uploaded.id }) };
      await this.stripe.disputes.update(providerDisputeId, { evidence, submit }, { idempotencyKey });
    });
  }

  acceptDispute({ providerDisputeId, idempotencyKey }: DisputeAcceptance): Promise<void> {
    return asked(async () => {
      await this.stripe.disputes.close(providerDisputeId, {}, { idempotencyKey });
    });
  }

  private upload(data: Buffer, { providerDisputeId, idempotencyKey }: EvidenceSubmission) {
    const file = { data, name: `evidence-${providerDisputeId}.pdf`, type: 'application/pdf' };
    return this.stripe.files.create(
      { purpose: 'dispute_evidence', file },
      { idempotencyKey: `${idempotencyKey}-file` },
    );
  }
}

/** Older integrations keep the charge, newer ones the payment intent. */
const paymentOf = (reference: string): { charge: string } | { payment_intent: string } =>
  /^(ch|py)_/.test(reference) ? { charge: reference } : { payment_intent: reference };

/** `fraudulent` puts the card on Stripe's own block list, so it is said of stolen cards alone. */
const STRIPE_REASONS: Readonly<Record<string, Stripe.RefundCreateParams.Reason>> = {
  duplicate: 'duplicate',
  unauthorised: 'fraudulent',
  fraud_warning: 'fraudulent',
};

const STATUS: Readonly<Record<string, ProviderRefund['status']>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
};

const refundOf = (refund: Stripe.Refund): ProviderRefund => ({
  providerRefundId: refund.id,
  // A word that is not known yet settles nothing.
  status: STATUS[refund.status ?? 'pending'] ?? 'pending',
  money: money(refund.amount, refund.currency.toUpperCase()),
  detail: refund.failure_reason ?? null,
});
