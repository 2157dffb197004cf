import { Module } from '@nestjs/common';
import { RaiseRefundsAfterGift } from './commands/raise-refunds-after-gift.js';
import { RaiseUnpaidAttempts } from './commands/raise-unpaid-attempts.js';
import { FindRefundsAfterGiftJob, FindUnpaidAttemptsJob } from './jobs/find-free-coin-fraud.job.js';

/** Looks for coins that nobody paid for, behind the decisions. Farms and laundering show in the links. */
@Module({
  providers: [RaiseRefundsAfterGift, RaiseUnpaidAttempts, FindRefundsAfterGiftJob, FindUnpaidAttemptsJob],
})
export class FreeCoinsModule {}
