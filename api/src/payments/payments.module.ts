import { Module } from '@nestjs/common';
import { PaymentGateways } from './payment-gateways.js';
import { Advance } from './sandbox/commands/advance.js';
import { SendNotices } from './sandbox/commands/send-notices.js';
import { AnswerCall } from './sandbox/http/answer-call.js';
import { Sandbox } from './sandbox/sandbox.js';
import { SandboxClock } from './sandbox/sandbox-clock.js';
import { SandboxServer } from './sandbox/sandbox-server.js';

/** Payment providers: who pays money back, and who is answered about a dispute. */
@Module({
  providers: [PaymentGateways, Sandbox, SandboxClock, SandboxServer, AnswerCall, Advance, SendNotices],
  exports: [PaymentGateways, Sandbox, SandboxClock, SandboxServer, Advance, SendNotices],
})
export class PaymentsModule {}
