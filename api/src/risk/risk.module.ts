import { Module } from '@nestjs/common';
import { ContentModule } from '../content/content.public.js';
import { RecordAccountEvent } from './commands/record-account-event.js';
import { EventsController } from './events.controller.js';

@Module({
  imports: [ContentModule],
  controllers: [EventsController],
  providers: [RecordAccountEvent],
  exports: [RecordAccountEvent],
})
export class RiskModule {}
