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
export { type Behaviour, behaviourNamed } from './sandbox/behaviour.js';
export { Advance } from './sandbox/commands/advance.js';
export { type Carrier, SendNotices } from './sandbox/commands/send-notices.js';
export { type DisputeOrder, Sandbox } from './sandbox/sandbox.js';
export { SandboxClock } from './sandbox/sandbox-clock.js';
export { SandboxServer } from './sandbox/sandbox-server.js';
export { withDemoSandbox, withSandbox } from './sandbox/with-sandbox.js';
