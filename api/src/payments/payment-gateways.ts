import type { PaymentProvider } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { PaymentGateway } from './payment-gateway.js';

/** The providers that can be asked to pay back from here. */
@Injectable()
export class PaymentGateways {
  /** Null when this provider has no API for it, or none is set up: Apple refunds only itself, others are paid by hand. */
  of(_provider: PaymentProvider): PaymentGateway | null {
    return null;
  }
}
