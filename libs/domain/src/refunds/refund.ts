import type { Role } from '../access/roles.js';
import type { PaymentProvider } from '../decisions/transaction.js';

/**
 * A refund gives money of one purchase back to its buyer. `approved` means decided and reserved: its coins are taken from
 * then on. `processing` means that the payment provider has been, or is about to be, told; nobody stops it from there.
 */
export const REFUND_STATUSES = [
  'requested',
  'pending_approval',
  'approved',
  'processing',
  'succeeded',
  'failed',
  'rejected',
  'cancelled',
] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Where it came from. `external`: made at the provider or by the store, we only learnt of it. */
export const REFUND_ORIGINS = ['automatic', 'platform', 'staff', 'bulk', 'external'] as const;
export type RefundOrigin = (typeof REFUND_ORIGINS)[number];

/** Who asks, as the policy tells people apart. */
export const REQUESTER_KINDS = ['platform', 'agent', 'analyst', 'lead', 'automatic'] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

const KIND_OF_ROLE: Readonly<Record<Role, RequesterKind>> = {
  admin: 'lead',
  ts_lead: 'lead',
  dispute_analyst: 'analyst',
  support_agent: 'agent',
  ts_reviewer: 'agent',
  product_manager: 'agent',
  auditor: 'agent',
};

export const requesterKindOf = (role: Role): RequesterKind => KIND_OF_ROLE[role];

/**
 * How the money travels: `provider` by its API, `store` when only the store itself can give it back and tells us when it
 * has, `manual` when a person pays it outside and says so.
 */
export const REFUND_CHANNELS = ['provider', 'store', 'manual'] as const;
export type RefundChannel = (typeof REFUND_CHANNELS)[number];

export function refundChannel(provider: PaymentProvider, hasApi: boolean): RefundChannel {
  if (hasApi) return 'provider';
  return provider === 'apple' || provider === 'google' ? 'store' : 'manual';
}

/** What somebody outside has to do before the refund can go on. */
export const REFUND_NEXT_STEPS = ['buyer_asks_apple', 'refund_in_play_console', 'confirm_paid'] as const;
export type RefundNextStep = (typeof REFUND_NEXT_STEPS)[number];

export function refundNextStep(refund: {
  readonly status: RefundStatus;
  readonly channel: RefundChannel;
  readonly provider: PaymentProvider | null;
}): RefundNextStep | null {
  if (refund.status !== 'approved' || refund.channel === 'provider') return null;
  if (refund.channel === 'manual') return 'confirm_paid';
  return refund.provider === 'apple' ? 'buyer_asks_apple' : 'refund_in_play_console';
}

export const REFUND_NEXT_STEP_MESSAGES: Readonly<Record<RefundNextStep, string>> = {
  buyer_asks_apple:
    'Only Apple refunds its purchases. The buyer asks at reportaproblem.apple.com; this refund is done when Apple tells us.',
  refund_in_play_console: 'Refund the order in the Play Console; this refund is done when Google tells us.',
  confirm_paid:
    'Pay it outside, then another person than the requester confirms it with the payment’s reference.',
};

/** What a refund's timeline is made of. */
export const REFUND_EVENT_KINDS = [
  'requested',
  'judged',
  'approved',
  'rejected',
  'cancelled',
  'retried',
  'processing',
  'answer_lost',
  'provider_refused',
  'provider_told',
  'confirmed_paid',
  'succeeded',
  'failed',
  'note',
] as const;
export type RefundEventKind = (typeof REFUND_EVENT_KINDS)[number];

/** Whether the next step is ours: not a person's, a store's or a provider's notice. */
export const needsWorker = (status: RefundStatus, channel: RefundChannel): boolean =>
  status === 'requested' || (channel === 'provider' && (status === 'approved' || status === 'processing'));
