import { DAY } from '../kernel/time.js';
import type { EvidenceFacts } from './evidence-facts.js';
import { sameDevice } from './evidence-matches.js';

/** What a bank would hold against us, most damaging first. Shown to the analyst, never sent. */
export const EVIDENCE_CONCERNS = [
  'refunded_in_full',
  'not_delivered',
  'possible_duplicate',
  'refunded_in_part',
  'credentials_changed_before',
  'first_seen_device',
  'card_country_differs',
  'no_prior_purchases',
  'new_account',
  'other_disputes',
  'nothing_spent',
] as const;
export type EvidenceConcern = (typeof EVIDENCE_CONCERNS)[number];

const NEW_ACCOUNT = 7 * DAY;
const TAKEOVER = 3 * DAY;
const DOUBLE_CLICK = 10 * 60_000;

const TESTS: Record<EvidenceConcern, (facts: EvidenceFacts) => boolean> = {
  refunded_in_full: ({ refunds, purchase }) => refundedOf(refunds) >= purchase.money.amountMinor,
  not_delivered: ({ delivery }) => delivery.deliveredAt === null,
  possible_duplicate: ({ similarPurchases, purchase }) =>
    similarPurchases.some((other) => Math.abs(other.purchasedAt - purchase.purchasedAt) < DOUBLE_CLICK),
  refunded_in_part: ({ refunds, purchase }) => {
    const refunded = refundedOf(refunds);
    return refunded > 0n && refunded < purchase.money.amountMinor;
  },
  credentials_changed_before: ({ activity, purchase }) =>
    activity.some(
      ({ type, at }) =>
        type === 'credential_change' && at <= purchase.purchasedAt && purchase.purchasedAt - at < TAKEOVER,
    ),
  first_seen_device: ({ activity, priorPurchases, purchase }) =>
    purchase.deviceId !== null &&
    !priorPurchases.some((prior) => sameDevice(prior, purchase)) &&
    !activity.some((event) => event.at < purchase.purchasedAt && sameDevice(event, purchase)),
  card_country_differs: ({ purchase, account }) =>
    purchase.instrumentCountry !== null && purchase.instrumentCountry !== account.country,
  no_prior_purchases: ({ priorPurchases }) => priorPurchases.length === 0,
  new_account: ({ account, purchase }) => purchase.purchasedAt - account.createdAt < NEW_ACCOUNT,
  other_disputes: ({ otherDisputes }) => otherDisputes > 0,
  nothing_spent: ({ usage }) => usage.count === 0,
};

const refundedOf = (refunds: EvidenceFacts['refunds']) =>
  refunds.reduce((sum, refund) => sum + refund.money.amountMinor, 0n);

export const concernsOf = (facts: EvidenceFacts): readonly EvidenceConcern[] =>
  EVIDENCE_CONCERNS.filter((concern) => TESTS[concern](facts));
