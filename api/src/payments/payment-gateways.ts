import type { PaymentProvider } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { googleAccount } from './google/google-account.js';
import { GoogleGateway } from './google/google-gateway.js';
import type { PaymentGateway } from './payment-gateway.js';
import { stripeClient } from './stripe/stripe-client.js';
import { StripeGateway } from './stripe/stripe-gateway.js';

/** The providers that can be asked to pay back from here. */
@Injectable()
export class PaymentGateways {
  private readonly gateways: Readonly<Record<PaymentProvider, PaymentGateway | null>>;

  constructor(config: Config) {
    this.gateways = {
      stripe: stripeOf(config),
      google: googleOf(config),
      // Only Apple refunds its purchases; what was paid another way is paid back by hand.
      apple: null,
      other: null,
    };
  }

  /** Null when this provider has no API for it, or none is set up. */
  of(provider: PaymentProvider): PaymentGateway | null {
    return this.gateways[provider];
  }
}

const stripeOf = ({ payments: { stripe, timeoutMs } }: Config): PaymentGateway | null =>
  stripe && new StripeGateway(stripeClient(stripe, timeoutMs));

/** It answers Google's questions about refunds with the same account. */
function googleOf({ notices: { google }, payments: { timeoutMs } }: Config): PaymentGateway | null {
  const { apiKeyFile, apiUrl, packageName } = google;
  if (apiKeyFile === null || packageName === null) return null;
  return new GoogleGateway(googleAccount(apiKeyFile), { apiUrl, packageName, timeoutMs });
}
