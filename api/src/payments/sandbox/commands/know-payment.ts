import type { Queryable } from '../../../platform/database/sql.js';
import { addPayment, lockPayment, readSoldFor, type SandboxPayment } from '../books/payments.store.js';
import { sandboxId } from '../sandbox-id.js';
import { missing } from '../stripe-problem.js';

export interface NewPayment {
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly country?: string;
  readonly createdAt: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Takes a payment that the product has not been told of. */
export async function takePayment(tx: Queryable, payment: NewPayment): Promise<SandboxPayment> {
  const { reference } = payment;
  const isCharge = /^(ch|py)_/.test(reference);
  await addPayment(tx, {
    paymentId: reference,
    chargeId: isCharge ? reference : sandboxId('ch', reference),
    intentId: isCharge ? null : reference,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    network: networkOf(reference),
    country: payment.country ?? 'US',
    createdAt: payment.createdAt,
    metadata: payment.metadata ?? {},
  });
  return (await lockPayment(tx, reference))!;
}

/** By either name, locked. What the product has sold is known on demand; throws StripeProblem for what nobody knows. */
export async function knowPayment(
  tx: Queryable,
  name: string,
  kind: 'payment_intent' | 'charge' = 'payment_intent',
): Promise<SandboxPayment> {
  const known = await lockPayment(tx, name);
  if (known) return known;
  const sold = await readSoldFor(tx, name);
  if (!sold) throw missing(kind, name, kind);
  const { amountMinor, currency, country, takenAt } = sold;
  return takePayment(tx, { reference: name, amountMinor, currency, country, createdAt: takenAt });
}

/** About as often as cards are held. */
function networkOf(reference: string): string {
  const last = sandboxId('card', reference).charCodeAt(10) % 10;
  return last < 6 ? 'visa' : 'mastercard';
}
