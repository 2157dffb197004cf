import type { Dispute, Refund, RefundAnswer, RefundRequest } from '@coinwarden/contracts';
import type { Transport } from '../transport.js';

/** Refunds and disputes of purchases. */
export class MoneyBack {
  constructor(private readonly transport: Transport) {}

  /** Asks for a refund; the policy approves it, hands it to a person or refuses. */
  requestRefund(request: RefundRequest, idempotencyKey: string): Promise<RefundAnswer> {
    return this.transport.send({ method: 'POST', path: '/v1/refunds', body: request, idempotencyKey });
  }

  refund(refundId: string): Promise<Refund> {
    return this.transport.send({ method: 'GET', path: `/v1/refunds/${encodeURIComponent(refundId)}` });
  }

  dispute(disputeId: string): Promise<Dispute> {
    return this.transport.send({ method: 'GET', path: `/v1/disputes/${encodeURIComponent(disputeId)}` });
  }
}
