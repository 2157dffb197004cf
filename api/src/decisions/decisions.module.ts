import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.public.js';
import { ListsModule } from '../lists/lists.public.js';
import { MoneyBackPoliciesModule } from '../money-back-policies/money-back-policies.public.js';
import { PackagesModule } from '../packages/packages.public.js';
import { PromotionsModule } from '../promotions/promotions.public.js';
import { RulesModule } from '../rules/rules.public.js';
import { DecideBatch } from './commands/decide-batch.js';
import { DecideTransactions } from './commands/decide-transactions.js';
import { EndHold } from './commands/end-hold.js';
import { ExpireHolds } from './commands/expire-holds.js';
import { ReferenceData } from './commands/reference-data.js';
import { RestoreCredit } from './commands/restore-credit.js';
import { RestrictAccounts } from './commands/restrict-accounts.js';
import { SubmitTransactions } from './commands/submit-transactions.js';
import { Decider } from './decider.js';
import { ExpireHoldsJob } from './jobs/expire-holds.job.js';
import { BatchPool } from './persistence/batch-pool.js';
import { FindTransactions } from './queries/find-transactions.js';
import { TransactionPage } from './queries/transaction-page.js';
import { StaffTransactionsController } from './staff-transactions.controller.js';
import { TransactionsController } from './transactions.controller.js';

@Module({
  imports: [
    LimitsModule,
    ListsModule,
    MoneyBackPoliciesModule,
    PackagesModule,
    PromotionsModule,
    RulesModule,
  ],
  controllers: [TransactionsController, StaffTransactionsController],
  providers: [
    FindTransactions,
    BatchPool,
    ReferenceData,
    RestrictAccounts,
    DecideBatch,
    { provide: Decider, useClass: DecideTransactions },
    SubmitTransactions,
    EndHold,
    ExpireHolds,
    ExpireHoldsJob,
    RestoreCredit,
    TransactionPage,
  ],
  exports: [Decider, EndHold, RestoreCredit, TransactionPage],
})
export class DecisionsModule {}
