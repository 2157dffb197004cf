import { BEHAVIOUR_OF_AMOUNT, type Behaviour, behaviourNamed } from '../behaviour.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { readSandboxRefund, refundsOf } from '../books/refunds.store.js';
import { createRefund } from '../commands/create-refund.js';
import { knowPayment } from '../commands/know-payment.js';
import { showRefund } from '../commands/show-objects.js';
import { listObject } from '../objects/other-objects.js';
import { invalid, missing } from '../stripe-problem.js';
import type { Call, Route } from './call.js';
import { type CallBody, nested } from './form-body.js';
import { pageOf } from './page.js';

export const REFUND_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: 'refunds',
    operation: 'refund',
    about: ({ fields }) => fields.get('payment_intent') ?? fields.get('charge'),
    run: create,
  },
  { method: 'GET', path: 'refunds', operation: 'find_refund', run: list },
  { method: 'GET', path: 'refunds/:id', operation: 'find_refund', run: retrieve },
];

async function create(call: Call): Promise<object> {
  const { body } = call;
  const payment = await paymentIn(call, (name) => body.fields.get(name));
  const amount = body.fields.get('amount');
  if (amount !== undefined && !/^\d{1,15}$/.test(amount)) throw invalid('amount', 'Invalid integer');
  return createRefund(call, payment, {
    amountMinor: amount === undefined ? null : BigInt(amount),
    reason: body.fields.get('reason') ?? null,
    metadata: nested(body, 'metadata'),
    behaviour: call.behaviour ?? behaviourNamed(payment.metadata['sandbox']),
  });
}

async function list(call: Call): Promise<object> {
  const payment = await paymentIn(call, (name) => call.query.get(name) ?? undefined);
  const refunds = await refundsOf(call.tx, payment.paymentId);
  const shown = await Promise.all(refunds.map((refund) => showRefund(call.tx, refund, payment)));
  return listObject('/v1/refunds', shown, pageOf(call.query));
}

async function retrieve({ tx }: Call, refundId: string): Promise<object> {
  const refund = await readSandboxRefund(tx, refundId);
  if (!refund) throw missing('refund', refundId, 'refund');
  return showRefund(tx, refund, await knowPayment(tx, refund.paymentId));
}

function paymentIn({ tx }: Call, named: (name: string) => string | undefined): Promise<SandboxPayment> {
  const intent = named('payment_intent');
  const charge = named('charge');
  if (intent !== undefined) return knowPayment(tx, intent, 'payment_intent');
  if (charge !== undefined) return knowPayment(tx, charge, 'charge');
  throw invalid('charge', 'One of the following params should be provided: payment_intent or charge.');
}

/** What the call itself asks for: by the amount, or by a word in its metadata. */
export function behaviourAsked(body: CallBody): Behaviour | null {
  const amount = body.fields.get('amount');
  const ofAmount = amount && /^\d+$/.test(amount) ? BEHAVIOUR_OF_AMOUNT.get(BigInt(amount)) : undefined;
  return behaviourNamed(nested(body, 'metadata')['sandbox'] ?? ofAmount);
}
