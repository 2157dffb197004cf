/** What other features may use of the payment providers. */
export {
  type DisputeAcceptance,
  type EvidenceSubmission,
  PaymentGateway,
  type ProviderRefund,
  ProviderRefused,
  ProviderUnknown,
  type RefundOrder,
  type RefundQuestion,
} from './payment-gateway.js';
export { PaymentGateways } from './payment-gateways.js';
export { PaymentsModule } from './payments.module.js';
