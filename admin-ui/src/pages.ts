import type { Page } from './layout/page';
import { moneyBack } from './money-back';
import { accounts } from './resources/accounts';
import { apiKeys } from './resources/api-keys';
import { audit } from './resources/audit';
import { backtestComparison, backtests, newBacktest } from './resources/backtests';
import { caseAppeals } from './resources/case-appeals';
import { caseQuality } from './resources/case-quality';
import { caseSetup } from './resources/case-setup';
import { caseQueues, cases } from './resources/cases';
import { contentScans } from './resources/content-scans';
import { disputes } from './resources/disputes';
import { flaggedAccounts } from './resources/flagged-accounts';
import { fraudWarnings } from './resources/fraud-warnings';
import { gifts } from './resources/gifts';
import { limitPolicies } from './resources/limit-policies';
import { limits } from './resources/limits';
import { lists, listUpload } from './resources/lists';
import { moneyBackPolicies } from './resources/money-back-policies';
import { notices } from './resources/notices';
import { packages } from './resources/packages';
import { pricePoints, priceUpload } from './resources/price-points';
import { newPromotion, promotionCalendar, promotionEditor, promotions } from './resources/promotions';
import { newRefundBulk, refundBulks } from './resources/refund-bulks';
import { newRefund, refundQueue, refunds } from './resources/refunds';
import { rings } from './resources/rings';
import { roles } from './resources/roles';
import { ruleHealth } from './resources/rule-health';
import { rules } from './resources/rules';
import { rulesets } from './resources/rulesets';
import { staff } from './resources/staff';
import { transactions } from './resources/transactions';
import { webhooks } from './resources/webhooks';
import { review } from './review';

/** The navigation, top to bottom. */
export const PAGES: readonly Page[] = [
  caseQueues,
  cases,
  caseAppeals,
  caseQuality,
  review,
  transactions,
  flaggedAccounts,
  accounts,
  limits,
  moneyBack,
  refundQueue,
  refunds,
  newRefund,
  refundBulks,
  newRefundBulk,
  disputes,
  fraudWarnings,
  notices,
  moneyBackPolicies,
  packages,
  pricePoints,
  priceUpload,
  promotions,
  promotionCalendar,
  newPromotion,
  promotionEditor,
  gifts,
  rings,
  rulesets,
  ruleHealth,
  backtests,
  newBacktest,
  backtestComparison,
  rules,
  lists,
  listUpload,
  contentScans,
  limitPolicies,
  caseSetup,
  webhooks,
  staff,
  roles,
  apiKeys,
  audit,
];
