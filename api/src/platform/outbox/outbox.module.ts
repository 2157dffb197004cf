import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EVENTS_QUEUE } from '../queue/queues.js';
import { registerQueue } from '../queue/register-queue.js';
import { EventsProcessor } from './events.processor.js';
import { Outbox } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';
import { SubscriberRegistry } from './subscriber-registry.js';

@Global()
@Module({
  imports: [DiscoveryModule, registerQueue(EVENTS_QUEUE)],
  providers: [Outbox, OutboxRelay, SubscriberRegistry, EventsProcessor],
  exports: [Outbox, OutboxRelay],
})
export class OutboxModule {}
