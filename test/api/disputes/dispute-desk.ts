import { randomUUID } from 'node:crypto';
import type { EvidencePack, StaffDisputeDetail } from '@coinwarden/contracts';
import { DAY, type PaymentProvider } from '@coinwarden/domain';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import {
  type DisputeAcceptance,
  type EvidenceSubmission,
  PaymentGateways,
  type ProviderRefund,
  ProviderRefused,
  ProviderUnknown,
  type RefundOrder,
} from '../../../api/src/payments/payments.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, purchaseOf } from '../../support/economy.js';
import type { Purchase } from '../../support/money-back.js';
import { sendStripe, stripeEvent } from '../../support/notice-senders.js';

export interface Bought extends Purchase {
  readonly reference: string;
}

/** 700 coins for US$ 9.99. */
export async function buy(economy: Economy, provider: PaymentProvider = 'stripe'): Promise<Bought> {
  const accountId = await economy.account();
  const { payment } = purchaseOf(accountId);
  const reference = `pi_${randomUUID()}`;
  const answer = await economy.buy(accountId, { payment: { ...payment, provider, reference } });
  return { accountId, purchaseId: answer.transactionId, reference };
}

const seconds = (ms: number) => Math.floor(ms / 1_000);

/** One dispute at Stripe: what its events carry is its state when they are made. */
export class StripeDispute {
  readonly id = `dp_${randomUUID()}`;
  private readonly openedAt: number;
  private readonly booked: object[] = [];
  private state: Record<string, unknown>;
  private made = 0;

  constructor(reference: string, changes: Record<string, unknown> = {}, openedAt = Date.now() - DAY) {
    this.openedAt = openedAt;
    this.state = {
      id: this.id,
      object: 'dispute',
      amount: 999,
      currency: 'usd',
      charge: `ch_${randomUUID()}`,
      payment_intent: reference,
      created: seconds(openedAt),
      status: 'needs_response',
      reason: 'fraudulent',
      is_charge_refundable: false,
      evidence_details: { due_by: seconds(openedAt + 8 * DAY), submission_count: 0 },
      payment_method_details: { card: { brand: 'visa', network: 'visa', network_reason_code: '10.4' } },
      ...changes,
    };
  }

  /** An event, a minute after the one before. */
  event(type: string, changes: Record<string, unknown> = {}): object {
    this.state = { ...this.state, ...changes };
    const object = { ...this.state, balance_transactions: [...this.booked] };
    const created = seconds(this.openedAt) + 60 * ++this.made;
    return stripeEvent(`charge.dispute.${type}`, object, { created });
  }

  withdrawn(amount = 999, fee = 1_500): object {
    this.book(-amount, fee);
    return this.event('funds_withdrawn');
  }

  reinstated(amount = 999, fee = 0): object {
    this.book(amount, fee);
    return this.event('funds_reinstated');
  }

  private book(amount: number, fee: number): void {
    const created = seconds(this.openedAt) + 60 * this.made;
    this.booked.push({ id: `txn_${randomUUID()}`, amount, fee, currency: 'usd', created });
  }
}

export const inquiryAt = (reference: string, changes: Record<string, unknown> = {}) =>
  new StripeDispute(reference, {
    status: 'warning_needs_response',
    is_charge_refundable: true,
    ...changes,
  });

export const fraudWarning = (reference: string, changes: Record<string, unknown> = {}) =>
  stripeEvent('radar.early_fraud_warning.created', {
    id: `issfr_${randomUUID()}`,
    charge: `ch_${randomUUID()}`,
    payment_intent: reference,
    fraud_type: 'unauthorized_use_of_card',
    actionable: true,
    ...changes,
  });

export const work = (economy: Economy) => economy.app.get(ProcessNotices, { strict: false }).run();

/** Sends the events as Stripe does, in this order, and works them off. */
export async function tell(economy: Economy, ...events: readonly object[]): Promise<void> {
  for (const event of events) {
    const answer = await sendStripe(economy, event);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
  await work(economy);
}

export async function idOf(economy: Economy, { id }: { id: string }): Promise<string> {
  const [row] = await economy.db.query<{ dispute_id: string }>(
    'SELECT dispute_id FROM disputes WHERE provider_dispute_id = $1',
    [id],
  );
  if (!row) throw new Error(`no dispute ${id}`);
  return row.dispute_id;
}

export async function pageOf(
  economy: Economy,
  staff: TestStaff,
  dispute: { id: string },
): Promise<StaffDisputeDetail> {
  return (await staff.request.get(`/staff/disputes/${await idOf(economy, dispute)}`).expect(200)).body;
}

export const act = (staff: TestStaff, disputeId: string, action: string, body: object = {}) =>
  staff.request.post(`/staff/disputes/${disputeId}/actions/${action}`).send(body);

export const hashOf = async (staff: TestStaff, disputeId: string): Promise<string> =>
  ((await staff.request.get(`/staff/disputes/${disputeId}/evidence`).expect(200)).body as EvidencePack).hash;

/** A payment provider at the port: it takes a key once, and misbehaves as told. */
export class DisputeProvider {
  readonly submitted: EvidenceSubmission[] = [];
  readonly accepted: DisputeAcceptance[] = [];
  readonly refunded: RefundOrder[] = [];
  calls = 0;
  private readonly taken = new Set<string>();
  private behaviours: ('take' | 'lose_answer' | 'refuse')[] = [];

  constructor(economy: Economy) {
    const gateways = economy.app.get(PaymentGateways, { strict: false });
    gateways.of = (provider) => (provider === 'stripe' ? (this as never) : null);
  }

  next(...behaviours: ('take' | 'lose_answer' | 'refuse')[]): void {
    this.behaviours = behaviours;
  }

  private take(key: string, done: () => void): void {
    this.calls++;
    const behaviour = this.behaviours.shift() ?? 'take';
    if (behaviour === 'refuse') throw new ProviderRefused('dispute_closed', 'The dispute is closed.');
    if (!this.taken.has(key)) done();
    this.taken.add(key);
    if (behaviour === 'lose_answer') throw new ProviderUnknown('socket hang up');
  }

  async submitEvidence(submission: EvidenceSubmission): Promise<void> {
    this.take(submission.idempotencyKey, () => this.submitted.push(submission));
  }

  async acceptDispute(acceptance: DisputeAcceptance): Promise<void> {
    this.take(acceptance.idempotencyKey, () => this.accepted.push(acceptance));
  }

  async createRefund(order: RefundOrder): Promise<ProviderRefund> {
    this.take(order.idempotencyKey, () => this.refunded.push(order));
    const { money, refundId } = order;
    return { providerRefundId: `re_${refundId}`, status: 'succeeded', money, detail: null };
  }

  async findRefund(): Promise<null> {
    return null;
  }
}
