import { Module } from '@nestjs/common';
import { RecordAccountEvent } from './commands/record-account-event.js';
import { ReportedTexts } from './commands/reported-texts.js';
import { EventsController } from './events.controller.js';

@Module({
  controllers: [EventsController],
  providers: [ReportedTexts, RecordAccountEvent],
  exports: [ReportedTexts, RecordAccountEvent],
})
export class RiskModule {}
