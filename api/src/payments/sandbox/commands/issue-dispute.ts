import { amountIn } from '@coinwarden/domain';
import { bookBalance } from '../books/balance.store.js';
import { disputesOf, type SandboxDispute, saveDispute } from '../books/disputes.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { refundsOf } from '../books/refunds.store.js';
import { type SandboxWarning, saveWarning, warningsOf } from '../books/warnings.store.js';
import { warningObject } from '../objects/other-objects.js';
import { sandboxId } from '../sandbox-id.js';
import { announce, type Doing } from './announce.js';
import { refundedMinor, showDispute } from './show-objects.js';

export interface NewDispute {
  readonly caseType: 'inquiry' | 'chargeback';
  /** Stripe's word, such as `fraudulent` or `product_not_received`. */
  readonly reason: string;
  readonly networkReasonCode?: string | undefined;
  /** Null: what has not been refunded yet. */
  readonly amountMinor?: bigint | null | undefined;
  readonly dueAt: number;
  readonly verdict?: 'won' | 'lost' | null | undefined;
  /** How long the issuer takes over the evidence; null: until it is told to decide. */
  readonly decideAfterMs?: number | null | undefined;
}

/** The cardholder's bank disputes a payment, or asks about it first. */
export async function issueDispute(
  doing: Doing,
  payment: SandboxPayment,
  wanted: NewDispute,
): Promise<SandboxDispute> {
  const { tx, at } = doing;
  const { paymentId, network } = payment;
  const before = await disputesOf(tx, paymentId);
  const left = payment.amountMinor - refundedMinor(await refundsOf(tx, paymentId));
  const dispute: SandboxDispute = {
    disputeId: sandboxId('dp', paymentId, before.length),
    paymentId,
    amountMinor: wanted.amountMinor ?? (left > 0n ? left : payment.amountMinor),
    status: wanted.caseType === 'inquiry' ? 'warning_needs_response' : 'needs_response',
    caseType: wanted.caseType,
    reason: wanted.reason,
    networkReasonCode: wanted.networkReasonCode ?? codeOf(network, wanted.reason),
    evidence: {},
    submissions: 0,
    dueAt: wanted.dueAt,
    createdAt: at,
    verdict: wanted.verdict ?? null,
    decideAfterMs: wanted.decideAfterMs ?? null,
    // Whoever does not answer in time has lost.
    decideAt: wanted.dueAt,
  };
  await saveDispute(tx, dispute);
  await endWarnings(doing, payment);
  if (dispute.caseType === 'chargeback') await withdraw(doing, { dispute, payment });
  await announce(doing, 'charge.dispute.created', await showDispute(tx, dispute, { payment, now: at }));
  if (dispute.caseType === 'chargeback')
    await announce(
      doing,
      'charge.dispute.funds_withdrawn',
      await showDispute(tx, dispute, { payment, now: at }),
    );
  return dispute;
}

/** The scheme says that a payment was probably fraud, before the cardholder disputes it. */
export async function issueWarning(
  doing: Doing,
  payment: SandboxPayment,
  fraudType: string,
): Promise<SandboxWarning> {
  const { tx, at } = doing;
  const { paymentId } = payment;
  const refunded = refundedMinor(await refundsOf(tx, paymentId)) >= payment.amountMinor;
  const disputed = (await disputesOf(tx, paymentId)).length > 0;
  const before = (await warningsOf(tx, paymentId)).length;
  const warning: SandboxWarning = {
    warningId: sandboxId('issfr', paymentId, before),
    paymentId,
    fraudType,
    actionable: !refunded && !disputed,
    createdAt: at,
  };
  await saveWarning(tx, warning);
  await announce(doing, 'radar.early_fraud_warning.created', warningObject(warning, payment));
  return warning;
}

export async function withdraw(
  { tx, at }: Doing,
  { dispute, payment }: { dispute: SandboxDispute; payment: SandboxPayment },
): Promise<void> {
  await bookBalance(tx, {
    sourceId: dispute.disputeId,
    type: 'adjustment',
    category: 'dispute',
    amountMinor: -dispute.amountMinor,
    feeMinor: feeIn(payment.currency),
    currency: payment.currency,
    createdAt: at,
  });
}

async function endWarnings(doing: Doing, payment: SandboxPayment): Promise<void> {
  for (const warning of await warningsOf(doing.tx, payment.paymentId)) {
    if (!warning.actionable) continue;
    const ended = { ...warning, actionable: false };
    await saveWarning(doing.tx, ended);
    await announce(doing, 'radar.early_fraud_warning.updated', warningObject(ended, payment));
  }
}

/** What a dispute costs, won or lost, in minor units; elsewhere what it costs in the US. */
const FEES: ReadonlyMap<string, bigint> = new Map([
  ['USD', 1_500n],
  ['EUR', 2_000n],
  ['GBP', 2_000n],
  ['JPY', 1_300n],
]);

const feeIn = (currency: string): bigint =>
  FEES.get(currency) ?? amountIn(currency, { currency: 'USD', amountMinor: 1_500n }) ?? 1_500n;

const CODES: Readonly<Record<string, readonly [visa: string, mastercard: string]>> = {
  fraudulent: ['10.4', '4837'],
  product_not_received: ['13.1', '4853'],
  product_unacceptable: ['13.3', '4853'],
  duplicate: ['12.6', '4834'],
  credit_not_processed: ['13.6', '4853'],
  subscription_canceled: ['13.2', '4853'],
  unrecognized: ['10.4', '4837'],
  general: ['11.1', '4849'],
};

const codeOf = (network: string, reason: string): string =>
  (CODES[reason] ?? CODES['general']!)[network === 'mastercard' ? 1 : 0];
