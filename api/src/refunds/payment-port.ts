import type { Money, PaymentProvider } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';

/** What refunds need of payment providers. */
export interface ProviderRefund {
  readonly providerRefundId: string;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly money: Money;
  readonly detail: string | null;
}

/** A definite no: nothing was paid. */
export class ProviderRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface PaymentGateway {
  createRefund(request: {
    refundId: string;
    reference: string;
    money: Money;
    reason: string;
    idempotencyKey: string;
  }): Promise<ProviderRefund>;
  findRefund(request: {
    refundId: string;
    reference: string;
    providerRefundId: string | null;
  }): Promise<ProviderRefund | null>;
}

@Injectable()
export class PaymentGateways {
  of(_provider: PaymentProvider): PaymentGateway | null {
    return null;
  }
}
