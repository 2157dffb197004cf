import { Module } from '@nestjs/common';
import { PaymentGateways } from './payment-gateways.js';

/** Payment providers: who pays money back, and who is answered about a dispute. */
@Module({
  providers: [PaymentGateways],
  exports: [PaymentGateways],
})
export class PaymentsModule {}
