import { type DynamicModule, Module } from '@nestjs/common';
import { AccountNotesModule } from './account-notes/account-notes.module.js';
import { AccountPageModule } from './account-page/account-page.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { BacktestsModule } from './backtests/backtests.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ClawbackModule } from './clawback/clawback.module.js';
import { ContentModule } from './content/content.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DisputesModule } from './disputes/disputes.module.js';
import { FlaggedAccountsModule } from './flagged-accounts/flagged-accounts.module.js';
import { FreeCoinsModule } from './free-coins/free-coins.module.js';
import { ImportModule } from './import/import.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { LinksModule } from './links/links.module.js';
import { ListsModule } from './lists/lists.module.js';
import { MoneyBackPoliciesModule } from './money-back-policies/money-back-policies.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { PackagesModule } from './packages/packages.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { AccessModule } from './platform/access/access.module.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Config } from './platform/config/config.js';
import { configModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { ExportModule } from './platform/export/export.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { PromotionFiguresModule } from './promotion-figures/promotion-figures.module.js';
import { PromotionsModule } from './promotions/promotions.module.js';
import { ProvenanceModule } from './provenance/provenance.module.js';
import { RefundsModule } from './refunds/refunds.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RiskModule } from './risk/risk.module.js';
import { RulesModule } from './rules/rules.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { SearchModule } from './search/search.module.js';
import { SecurityModule } from './security/security.module.js';
import { SimulationModule } from './simulation/simulation.module.js';
import { StaffModule } from './staff/staff.module.js';
import { TrialsModule } from './trials/trials.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

const PLATFORM = [
  ClockModule,
  DatabaseModule,
  MetricsModule,
  HealthModule,
  AuditModule,
  AccessModule,
  ExportModule,
  QueueModule,
];

/** The table of contents: one line per feature. */
const FEATURES = [
  AccountsModule,
  AccountNotesModule,
  AccountPageModule,
  LimitsModule,
  ListsModule,
  PackagesModule,
  PromotionsModule,
  PromotionFiguresModule,
  RiskModule,
  RulesModule,
  DecisionsModule,
  ProvenanceModule,
  MoneyBackPoliciesModule,
  ClawbackModule,
  PaymentsModule,
  RefundsModule,
  DisputesModule,
  FreeCoinsModule,
  NoticesModule,
  CasesModule,
  LinksModule,
  SecurityModule,
  ContentModule,
  FlaggedAccountsModule,
  StaffModule,
  SearchModule,
  SavedViewsModule,
  ReportsModule,
  BacktestsModule,
  TrialsModule,
  WebhooksModule,
  ImportModule,
  SimulationModule,
];

@Module({})
class AppModule {}

export const appModule = (config: Config): DynamicModule => ({
  module: AppModule,
  imports: [configModule(config), ...PLATFORM, ...FEATURES],
});
