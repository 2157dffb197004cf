/**
 * A day of a payment provider's notices in the small: most tell of payments that the platform has posted already, a part
 * of refunds made at the provider, of disputes from the first letter to the verdict and of fraud warnings; some name payments
 * nobody knows, some have nothing to do with purchases, and some come twice. Deterministic from its options.
 */

interface NoticesOptions {
  readonly count: number;
  /** The payments known here; about four notices concern each. */
  readonly references: readonly string[];
  readonly money: { readonly amountMinor: number; readonly currency: string };
  /** Seconds. */
  readonly now: number;
}

interface About {
  readonly intent: string;
  readonly charge: string;
  readonly amount: number;
  readonly currency: string;
  readonly now: number;
}

type Event = readonly [type: string, object: object];

const IN_A_HUNDRED_PAYMENTS = { refunded: 12, lost: 5, won: 3, warned: 4, unknown: 6 } as const;
/** One in so many is sent again. */
const REPEATED_EVERY = 15;
const DISPUTE_FEE = 1_500;
const DAY = 86_400;

export const EVENT_PREFIX = 'evt_bench';

/** Each is the body of one notice. Those of one payment follow each other as they would; those of many payments mix. */
export function makeNotices({ count, references, money, now }: NoticesOptions): string[] {
  const stories = references.map((reference, i) => {
    const known = i % 100 >= IN_A_HUNDRED_PAYMENTS.unknown;
    return storyOf(i, {
      intent: known ? reference : `${reference}x`,
      charge: `ch_${known ? '' : 'x'}${reference.slice(3)}`,
      amount: money.amountMinor,
      currency: money.currency.toLowerCase(),
      now,
    });
  });
  const bodies: string[] = [];
  for (let step = 0; bodies.length < count; step++) {
    const events = stories.flatMap((story) => story.slice(step, step + 1));
    if (events.length === 0) throw new Error(`only ${bodies.length} of ${count} notices can be told`);
    for (const [type, object] of events) {
      const body = JSON.stringify(event(`${EVENT_PREFIX}_${bodies.length}`, now, [type, object]));
      bodies.push(body);
      if (bodies.length % REPEATED_EVERY === 0) bodies.push(body);
    }
  }
  return bodies.slice(0, count);
}

function storyOf(n: number, about: About): Event[] {
  const paid: Event[] = [
    ['payment_intent.created', intent(about, 'requires_payment_method')],
    ['charge.succeeded', charge(about)],
    ['payment_intent.succeeded', intent(about, 'succeeded')],
    ['charge.updated', charge(about)],
  ];
  const { refunded, lost, won, warned } = IN_A_HUNDRED_PAYMENTS;
  // In an order of its own, so that the payments nobody knows have every fate as well.
  const fate = (n * 37) % 100;
  if (fate < refunded) return [...paid, ...refund(about)];
  if (fate < refunded + lost) return [...paid, ...dispute(about, 'lost')];
  if (fate < refunded + lost + won) return [...paid, ...dispute(about, 'won')];
  if (fate < refunded + lost + won + warned) return [...paid, warning(about)];
  return paid;
}

const event = (id: string, created: number, [type, object]: Event) => ({
  id,
  object: 'event',
  api_version: '2026-10-28.endive',
  created,
  data: { object },
  livemode: true,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
});

const intent = ({ intent: id, charge: latest, amount, currency, now }: About, status: string) => ({
  id,
  object: 'payment_intent',
  amount,
  amount_received: status === 'succeeded' ? amount : 0,
  capture_method: 'automatic',
  created: now,
  currency,
  latest_charge: status === 'succeeded' ? latest : null,
  metadata: {},
  payment_method_types: ['card'],
  status,
});

const charge = ({ intent: payment_intent, charge: id, amount, currency, now }: About, refunded = 0) => ({
  id,
  object: 'charge',
  amount,
  amount_captured: amount,
  amount_refunded: refunded,
  billing_details: { address: { country: 'US' }, email: null, name: null, phone: null },
  captured: true,
  created: now,
  currency,
  disputed: false,
  metadata: {},
  outcome: { network_status: 'approved_by_network', risk_level: 'normal', type: 'authorized' },
  paid: true,
  payment_intent,
  payment_method_details: { card: { brand: 'visa', country: 'US', network: 'visa' }, type: 'card' },
  refunded: refunded === amount,
  status: 'succeeded',
});

function refund(about: About): Event[] {
  const { intent: payment_intent, charge: id, amount, currency, now } = about;
  const made = {
    id: id.replace('ch_', 're_'),
    object: 'refund',
    amount,
    charge: id,
    created: now,
    currency,
    metadata: {},
    payment_intent,
    reason: 'requested_by_customer',
    status: 'succeeded',
  };
  return [
    ['refund.created', made],
    ['charge.refunded', charge(about, amount)],
    ['refund.updated', made],
  ];
}

function dispute(about: About, verdict: 'won' | 'lost'): Event[] {
  const withdrawn = balance(about, 'withdrawn', -about.amount, DISPUTE_FEE);
  const reinstated = balance(about, 'reinstated', about.amount, 0);
  const opened: Event[] = [
    ['charge.dispute.created', disputeObject(about, 'needs_response', [])],
    ['charge.dispute.funds_withdrawn', disputeObject(about, 'needs_response', [withdrawn])],
    ['charge.dispute.updated', disputeObject(about, 'under_review', [withdrawn])],
  ];
  if (verdict === 'lost')
    return [...opened, ['charge.dispute.closed', disputeObject(about, 'lost', [withdrawn])]];
  const won = disputeObject(about, 'won', [withdrawn, reinstated]);
  return [...opened, ['charge.dispute.closed', won], ['charge.dispute.funds_reinstated', won]];
}

const balance = ({ charge: id, currency, now }: About, what: string, amount: number, fee: number) => ({
  id: `${id.replace('ch_', 'txn_')}_${what}`,
  object: 'balance_transaction',
  amount,
  created: now,
  currency,
  fee,
  net: amount - fee,
  type: 'adjustment',
});

const disputeObject = (
  { intent: payment_intent, charge: id, amount, currency, now }: About,
  status: string,
  balance_transactions: readonly object[],
) => ({
  id: id.replace('ch_', 'dp_'),
  object: 'dispute',
  amount,
  balance_transactions,
  charge: id,
  created: now,
  currency,
  evidence_details: {
    due_by: now + 7 * DAY,
    has_evidence: status !== 'needs_response',
    past_due: false,
    submission_count: status === 'needs_response' ? 0 : 1,
  },
  is_charge_refundable: false,
  metadata: {},
  payment_intent,
  payment_method_details: {
    card: { brand: 'visa', case_type: 'chargeback', network_reason_code: '10.4' },
    type: 'card',
  },
  reason: 'fraudulent',
  status,
});

const warning = ({ intent: payment_intent, charge: id, now }: About): Event => [
  'radar.early_fraud_warning.created',
  {
    id: id.replace('ch_', 'issfr_'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: id,
    created: now,
    fraud_type: 'made_with_stolen_card',
    payment_intent,
  },
];
