import type { RefundStatus, RequesterKind } from './refund.js';

/** What the policy decides about a request. */
export const REFUND_OUTCOMES = ['auto_approve', 'second_person', 'refuse'] as const;
export type RefundOutcome = (typeof REFUND_OUTCOMES)[number];

export const ACCOUNT_RISKS = ['low', 'elevated', 'high'] as const;
export type AccountRisk = (typeof ACCOUNT_RISKS)[number];

/**
 * One row of the approval matrix. It fits a request when everything it names fits; null does not limit. The first row
 * that fits decides, so the generous rows come first.
 */
export interface RefundPolicyRow {
  readonly rowId: string;
  readonly requesters: readonly RequesterKind[];
  /** US cents, or their worth in the purchase's currency. */
  readonly maxAmountUsdMinor: number | null;
  readonly maxAgeDays: number | null;
  readonly maxSpentPercent: number | null;
  readonly risks: readonly AccountRisk[];
  readonly outcome: RefundOutcome;
  /** One plain sentence, shown to whoever sees the refund. */
  readonly why: string;
}

/** An account reaches a risk when any of these is met. */
export interface RiskThresholds {
  readonly refundsIn90Days: number;
  readonly lostDisputes: number;
  readonly youngerThanDays: number;
}

export type OpenRefundStatus = Extract<
  RefundStatus,
  'requested' | 'pending_approval' | 'approved' | 'processing' | 'failed'
>;

export interface RefundPolicy {
  readonly rows: readonly RefundPolicyRow[];
  /** When no row fits. */
  readonly otherwise: { readonly outcome: RefundOutcome; readonly why: string };
  readonly risk: Readonly<Record<'elevated' | 'high', RiskThresholds>>;
  /** How long a refund may stay in a state before it is overdue. */
  readonly dueHours: Readonly<Record<OpenRefundStatus, number>>;
  readonly bulk: { readonly maxItems: number; readonly secondPersonAboveUsdMinor: number };
}

const ALL = ['low', 'elevated', 'high'] as const;
const NOT_HIGH = ['low', 'elevated'] as const;
const unlimited = { maxAmountUsdMinor: null, maxAgeDays: null, maxSpentPercent: null, risks: ALL };

export const DEFAULT_REFUND_POLICY: RefundPolicy = {
  rows: [
    {
      ...unlimited,
      rowId: 'owed',
      requesters: ['automatic'],
      maxAgeDays: 90,
      outcome: 'auto_approve',
      why: 'The money was taken and the purchase does not stand.',
    },
    {
      ...unlimited,
      rowId: 'owed_for_long',
      requesters: ['automatic'],
      outcome: 'second_person',
      why: 'The money was taken long ago; somebody makes sure that it has not gone back already.',
    },
    {
      ...unlimited,
      rowId: 'platform_unspent',
      requesters: ['platform'],
      maxAmountUsdMinor: 5_000,
      maxAgeDays: 14,
      maxSpentPercent: 0,
      risks: NOT_HIGH,
      outcome: 'auto_approve',
      why: 'A small, recent purchase of which nothing has been spent.',
    },
    {
      ...unlimited,
      rowId: 'agent_unspent',
      requesters: ['agent'],
      maxAmountUsdMinor: 5_000,
      maxAgeDays: 30,
      maxSpentPercent: 10,
      risks: NOT_HIGH,
      outcome: 'auto_approve',
      why: 'A recent purchase that is nearly unspent.',
    },
    {
      ...unlimited,
      rowId: 'agent_small',
      requesters: ['agent'],
      maxAmountUsdMinor: 1_000,
      maxAgeDays: 14,
      risks: ['low'],
      outcome: 'auto_approve',
      why: 'A small, recent purchase of an account that seldom asks.',
    },
    {
      ...unlimited,
      rowId: 'analyst_small',
      requesters: ['analyst'],
      maxAmountUsdMinor: 10_000,
      maxAgeDays: 120,
      risks: NOT_HIGH,
      outcome: 'auto_approve',
      why: 'Within what a dispute analyst may give back alone.',
    },
    {
      ...unlimited,
      rowId: 'lead_medium',
      requesters: ['lead'],
      maxAmountUsdMinor: 20_000,
      maxAgeDays: 180,
      risks: NOT_HIGH,
      outcome: 'auto_approve',
      why: 'Within what a lead may give back alone.',
    },
    {
      ...unlimited,
      rowId: 'within_half_a_year',
      requesters: ['platform', 'agent'],
      maxAgeDays: 180,
      outcome: 'second_person',
      why: 'More than one person gives back alone.',
    },
    {
      ...unlimited,
      rowId: 'long_ago',
      requesters: ['analyst', 'lead'],
      outcome: 'second_person',
      why: 'More than one person gives back alone.',
    },
  ],
  otherwise: { outcome: 'refuse', why: 'The purchase is too long ago; a lead can still ask for it.' },
  risk: {
    elevated: { refundsIn90Days: 2, lostDisputes: 1, youngerThanDays: 3 },
    high: { refundsIn90Days: 5, lostDisputes: 2, youngerThanDays: 0 },
  },
  dueHours: { requested: 4, pending_approval: 24, approved: 24, processing: 48, failed: 24 },
  bulk: { maxItems: 2_000, secondPersonAboveUsdMinor: 50_000 },
};
