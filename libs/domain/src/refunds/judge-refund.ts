import type { AccountStatus } from '../accounts/account.js';
import type { Money } from '../kernel/money.js';
import { DAY, HOUR, type Instant } from '../kernel/time.js';
import { amountIn } from '../limits/convert-money.js';
import type { RefundStatus, RequesterKind } from './refund.js';
import type {
  AccountRisk,
  OpenRefundStatus,
  RefundOutcome,
  RefundPolicy,
  RefundPolicyRow,
  RiskThresholds,
} from './refund-policy.js';

/** What a request is judged by. */
export interface RefundFacts {
  readonly requester: RequesterKind;
  readonly amount: Money;
  readonly purchasedAt: Instant;
  readonly grantedCoins: bigint;
  readonly unspentCoins: bigint;
  readonly accountStatus: AccountStatus;
  readonly accountCreatedAt: Instant;
  /** Of this account, this one not counted. */
  readonly refundsIn90Days: number;
  readonly lostDisputes: number;
  readonly debtCoins: number;
}

/** What the policy saw, as it is shown to people. */
export interface RefundValues {
  readonly requester: RequesterKind;
  readonly amountMinor: number;
  readonly currency: string;
  /** Null when the currency has no reference rate: then no row with a limit fits. */
  readonly amountUsdMinor: number | null;
  readonly ageDays: number;
  readonly spentPercent: number;
  readonly risk: AccountRisk;
  readonly accountStatus: AccountStatus;
  readonly accountAgeDays: number;
  readonly refundsIn90Days: number;
  readonly lostDisputes: number;
  readonly debtCoins: number;
}

export interface RefundJudgement {
  readonly outcome: RefundOutcome;
  /** The row that decided; null when none fitted. */
  readonly rowId: string | null;
  readonly why: string;
  readonly values: RefundValues;
}

/** The one place where a refund is let through, asks for a second person or is refused. */
export function judgeRefund(policy: RefundPolicy, facts: RefundFacts, now: Instant): RefundJudgement {
  const values = refundValues(policy, facts, now);
  const row = policy.rows.find((candidate) => fits(candidate, values));
  const { outcome, why } = row ?? policy.otherwise;
  return { outcome, rowId: row?.rowId ?? null, why, values };
}

const within = (value: number | null, max: number | null): boolean =>
  max === null || (value !== null && value <= max);

const fits = (row: RefundPolicyRow, values: RefundValues): boolean =>
  row.requesters.includes(values.requester) &&
  row.risks.includes(values.risk) &&
  within(values.amountUsdMinor, row.maxAmountUsdMinor) &&
  within(values.ageDays, row.maxAgeDays) &&
  within(values.spentPercent, row.maxSpentPercent);

function refundValues(policy: RefundPolicy, facts: RefundFacts, now: Instant): RefundValues {
  const usd = amountIn('USD', facts.amount);
  const seen = {
    accountStatus: facts.accountStatus,
    accountAgeDays: wholeDays(now - facts.accountCreatedAt),
    refundsIn90Days: facts.refundsIn90Days,
    lostDisputes: facts.lostDisputes,
    debtCoins: facts.debtCoins,
  };
  return {
    requester: facts.requester,
    amountMinor: Number(facts.amount.amountMinor),
    currency: facts.amount.currency,
    amountUsdMinor: usd === null ? null : Number(usd),
    ageDays: wholeDays(now - facts.purchasedAt),
    spentPercent: spentPercent(facts),
    risk: accountRisk(policy, seen),
    ...seen,
  };
}

const wholeDays = (ms: number): number => Math.max(0, Math.floor(ms / DAY));

/** Rounded up: one coin of a thousand is not "nothing spent". */
function spentPercent({ grantedCoins, unspentCoins }: RefundFacts): number {
  if (grantedCoins <= 0n) return 0;
  const spent = grantedCoins > unspentCoins ? grantedCoins - unspentCoins : 0n;
  return Number((spent * 100n + grantedCoins - 1n) / grantedCoins);
}

type RiskSigns = Pick<
  RefundValues,
  'accountStatus' | 'accountAgeDays' | 'refundsIn90Days' | 'lostDisputes' | 'debtCoins'
>;

function accountRisk(policy: RefundPolicy, signs: RiskSigns): AccountRisk {
  if (signs.accountStatus !== 'active' || reaches(policy.risk.high, signs)) return 'high';
  return signs.debtCoins > 0 || reaches(policy.risk.elevated, signs) ? 'elevated' : 'low';
}

const reaches = (thresholds: RiskThresholds, signs: RiskSigns): boolean =>
  signs.refundsIn90Days >= thresholds.refundsIn90Days ||
  signs.lostDisputes >= thresholds.lostDisputes ||
  signs.accountAgeDays < thresholds.youngerThanDays;

/** When a refund that came into this state at `since` has waited too long; null where nothing waits. */
export function refundDueAt(policy: RefundPolicy, status: RefundStatus, since: Instant): Instant | null {
  const hours = (policy.dueHours as Partial<Record<RefundStatus, number>>)[status];
  return hours === undefined ? null : since + hours * HOUR;
}

export const OPEN_REFUND_STATUSES: readonly OpenRefundStatus[] = [
  'requested',
  'pending_approval',
  'approved',
  'processing',
  'failed',
];
