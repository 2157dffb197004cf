import { Module } from '@nestjs/common';
import { PastContexts } from './queries/past-context.js';
import { TryRules } from './queries/try-rules.js';
import { StaffTrialsController } from './staff-trials.controller.js';

/** Rules tried on single transactions of the past; slices of history are what backtests replay. */
@Module({
  controllers: [StaffTrialsController],
  providers: [PastContexts, TryRules],
})
export class TrialsModule {}
