import { Module } from '@nestjs/common';
import { RecordAccountEvent } from './commands/record-account-event.js';
import { EventsController } from './events.controller.js';

@Module({
  controllers: [EventsController],
  providers: [RecordAccountEvent],
  exports: [RecordAccountEvent],
})
export class RiskModule {}
