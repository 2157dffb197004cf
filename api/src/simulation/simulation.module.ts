import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.public.js';
import { CasesModule } from '../cases/cases.public.js';
import { ContentModule } from '../content/content.public.js';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { DisputesModule } from '../disputes/disputes.public.js';
import { NoticesModule } from '../notices/notices.public.js';
import { PaymentsModule } from '../payments/payments.public.js';
import { RefundsModule } from '../refunds/refunds.public.js';
import { RiskModule } from '../risk/risk.public.js';
import { StaffModule } from '../staff/staff.public.js';
import { CaseDesk } from './seed/case-desk.js';
import { DemoSignIns } from './seed/demo-sign-ins.js';
import { MoneyBackDesk } from './seed/money-back-desk.js';
import { PlayHistory } from './seed/play-history.js';
import { PlayMoneyBack } from './seed/play-money-back.js';
import { SeedDemo } from './seed/seed-demo.js';
import { StaffAtWork } from './seed/staff-at-work.js';

/** A made-up economy for demos. It has no routes; nothing in it runs in production. */
@Module({
  imports: [
    AccountsModule,
    CasesModule,
    ContentModule,
    DecisionsModule,
    DisputesModule,
    NoticesModule,
    PaymentsModule,
    RefundsModule,
    RiskModule,
    StaffModule,
  ],
  providers: [SeedDemo, DemoSignIns, PlayHistory, PlayMoneyBack, MoneyBackDesk, StaffAtWork, CaseDesk],
  exports: [SeedDemo],
})
export class SimulationModule {}
