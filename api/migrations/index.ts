import { Economy1764000000000 } from './1764000000000-economy.js';
import { Access1764000100000 } from './1764000100000-access.js';
import { Limits1764000200000 } from './1764000200000-limits.js';
import { Risk1764000300000 } from './1764000300000-risk.js';
import { WebhooksAndReports1764000400000 } from './1764000400000-webhooks-and-reports.js';
import { Simulation1764000500000 } from './1764000500000-simulation.js';
import { Catalogue1764000600000 } from './1764000600000-catalogue.js';
import { Clawback1764100000000 } from './1764100000000-clawback.js';
import { MoneyBackPolicies1764100100000 } from './1764100100000-money-back-policies.js';
import { Refunds1764100200000 } from './1764100200000-refunds.js';
import { Disputes1764100300000 } from './1764100300000-disputes.js';
import { Notices1764100400000 } from './1764100400000-notices.js';
import { Payments1764100500000 } from './1764100500000-payments.js';
import { Provenance1764100600000 } from './1764100600000-provenance.js';
import { MoneyBackReport1764100700000 } from './1764100700000-money-back-report.js';
import { NoticeLookups1764100800000 } from './1764100800000-notice-lookups.js';
import { Rules1764200000000 } from './1764200000000-rules.js';
import { Backtests1764200100000 } from './1764200100000-backtests.js';
import { RuleHealth1764200110000 } from './1764200110000-rule-health.js';
import { Lists1764200200000 } from './1764200200000-lists.js';
import { Content1764200300000 } from './1764200300000-content.js';
import { Links1764200400000 } from './1764200400000-links.js';
import { Security1764200500000 } from './1764200500000-security.js';
import { Cases1764200600000 } from './1764200600000-cases.js';
import { FraudWarningOutcomes1764200700000 } from './1764200700000-fraud-warning-outcomes.js';
import { RuleTalk1764300100000 } from './1764300100000-rule-talk.js';
import { ListChanges1764300110000 } from './1764300110000-list-changes.js';
import { CaseSetUp1764300600000 } from './1764300600000-case-set-up.js';
import { FreeCoins1764300700000 } from './1764300700000-free-coins.js';
import { NoticeReasons1764300800000 } from './1764300800000-notice-reasons.js';
import { RetiredQueues1764300900000 } from './1764300900000-retired-queues.js';
import { EscalatedCases1764301000000 } from './1764301000000-escalated-cases.js';
import { PackageVersions1764301100000 } from './1764301100000-package-versions.js';
import { Promotions1764301200000 } from './1764301200000-promotions.js';
import { LimitPolicyVersions1764301300000 } from './1764301300000-limit-policy-versions.js';
import { LimitAdministration1764301310000 } from './1764301310000-limit-administration.js';
import { Search1764301400000 } from './1764301400000-search.js';
import { SavedViews1764301410000 } from './1764301410000-saved-views.js';
import { AccountNotes1764301500000 } from './1764301500000-account-notes.js';
import { AccountPage1764301510000 } from './1764301510000-account-page.js';

/** In order. A migration that has shipped is never edited, only followed. */
export const MIGRATIONS = [
  Economy1764000000000,
  Access1764000100000,
  Limits1764000200000,
  Risk1764000300000,
  WebhooksAndReports1764000400000,
  Simulation1764000500000,
  Catalogue1764000600000,
  Clawback1764100000000,
  MoneyBackPolicies1764100100000,
  Refunds1764100200000,
  Disputes1764100300000,
  Notices1764100400000,
  Payments1764100500000,
  Provenance1764100600000,
  MoneyBackReport1764100700000,
  NoticeLookups1764100800000,
  Rules1764200000000,
  Backtests1764200100000,
  RuleHealth1764200110000,
  Lists1764200200000,
  Content1764200300000,
  Links1764200400000,
  Security1764200500000,
  Cases1764200600000,
  FraudWarningOutcomes1764200700000,
  RuleTalk1764300100000,
  ListChanges1764300110000,
  CaseSetUp1764300600000,
  FreeCoins1764300700000,
  NoticeReasons1764300800000,
  RetiredQueues1764300900000,
  EscalatedCases1764301000000,
  PackageVersions1764301100000,
  Promotions1764301200000,
  LimitPolicyVersions1764301300000,
  LimitAdministration1764301310000,
  Search1764301400000,
  SavedViews1764301410000,
  AccountNotes1764301500000,
  AccountPage1764301510000,
];
