import { Module } from '@nestjs/common';
import { registerQueue } from '../platform/queue/register-queue.js';
import { AnnounceEvents } from './commands/announce-events.js';
import { ChangeEndpoint } from './commands/change-endpoint.js';
import { CreateEndpoint } from './commands/create-endpoint.js';
import { DeliverWebhook } from './commands/deliver-webhook.js';
import { ReplayDelivery } from './commands/replay-delivery.js';
import { DeliveryQueue, WEBHOOKS_QUEUE } from './delivery/delivery-queue.js';
import { WebhookSender } from './delivery/webhook-sender.js';
import { AnnounceCasesJob } from './jobs/announce-cases.job.js';
import { AnnounceDisputesJob } from './jobs/announce-disputes.job.js';
import { AnnounceEventsJob } from './jobs/announce-events.job.js';
import { AnnounceRefundsJob } from './jobs/announce-refunds.job.js';
import { DeliverWebhookProcessor } from './jobs/deliver-webhook.processor.js';
import { ResumeDeliveriesJob } from './jobs/resume-deliveries.job.js';
import { SweepDeliveriesJob } from './jobs/sweep-deliveries.job.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [registerQueue(WEBHOOKS_QUEUE)],
  controllers: [WebhooksController, WebhookDeliveriesController],
  providers: [
    AnnounceEvents,
    ChangeEndpoint,
    CreateEndpoint,
    DeliverWebhook,
    ReplayDelivery,
    DeliveryQueue,
    WebhookSender,
    AnnounceEventsJob,
    AnnounceRefundsJob,
    AnnounceDisputesJob,
    AnnounceCasesJob,
    DeliverWebhookProcessor,
    ResumeDeliveriesJob,
    SweepDeliveriesJob,
  ],
})
export class WebhooksModule {}
