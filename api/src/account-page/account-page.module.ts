import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.public.js';
import { RevealDetail } from './commands/reveal-detail.js';
import { AccountLots } from './queries/account-lots.js';
import { AccountPurchases } from './queries/account-purchases.js';
import { AccountSummary } from './queries/account-summary.js';
import { StaffAccountPageController } from './staff-account-page.controller.js';
import { AccountTimeline } from './timeline/account-timeline.js';

@Module({
  imports: [AccountsModule],
  controllers: [StaffAccountPageController],
  providers: [AccountLots, AccountPurchases, AccountSummary, AccountTimeline, RevealDetail],
})
export class AccountPageModule {}
