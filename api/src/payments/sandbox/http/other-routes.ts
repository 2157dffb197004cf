import { readBalanceTransaction } from '../books/balance.store.js';
import { readEvents } from '../books/events.store.js';
import { readWarning, warningsOf } from '../books/warnings.store.js';
import { knowPayment } from '../commands/know-payment.js';
import { showCharge } from '../commands/show-objects.js';
import { balanceTransactionObject } from '../objects/balance-object.js';
import { listObject, warningObject } from '../objects/other-objects.js';
import { intentObject } from '../objects/payment-objects.js';
import { invalid, missing } from '../stripe-problem.js';
import type { Call, Route } from './call.js';
import { pageOf } from './page.js';

/** What can only be looked at. */
export const OTHER_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: 'payment_intents/:id',
    operation: 'any',
    run: async ({ tx }, id) => intentObject(await knowPayment(tx, id)),
  },
  {
    method: 'GET',
    path: 'charges/:id',
    operation: 'any',
    run: async ({ tx }, id) => showCharge(tx, await knowPayment(tx, id, 'charge')),
  },
  {
    method: 'GET',
    path: 'balance_transactions/:id',
    operation: 'any',
    run: async ({ tx }, id) => {
      const booked = await readBalanceTransaction(tx, id);
      if (!booked) throw missing('balance transaction', id);
      return balanceTransactionObject(booked);
    },
  },
  {
    method: 'GET',
    path: 'radar/early_fraud_warnings',
    operation: 'any',
    run: warnings,
  },
  {
    method: 'GET',
    path: 'radar/early_fraud_warnings/:id',
    operation: 'any',
    run: async ({ tx }, id) => {
      const warning = await readWarning(tx, id);
      if (!warning) throw missing('early fraud warning', id);
      return warningObject(warning, await knowPayment(tx, warning.paymentId));
    },
  },
  {
    method: 'GET',
    path: 'events',
    operation: 'any',
    run: async ({ tx, query }) => {
      const { limit } = pageOf(query);
      const events = await readEvents(tx, { eventId: null, max: limit + 1 });
      return listObject('/v1/events', events, { limit, startingAfter: null });
    },
  },
  {
    method: 'GET',
    path: 'events/:id',
    operation: 'any',
    run: async ({ tx }, id) => {
      const [event] = await readEvents(tx, { eventId: id, max: 1 });
      if (!event) throw missing('event', id);
      return event;
    },
  },
];

async function warnings({ tx, query }: Call): Promise<object> {
  const name = query.get('payment_intent') ?? query.get('charge');
  if (name === null) throw invalid('charge', 'The sandbox lists the warnings of one payment.');
  const payment = await knowPayment(tx, name);
  const shown = (await warningsOf(tx, payment.paymentId)).map((warning) => warningObject(warning, payment));
  return listObject('/v1/radar/early_fraud_warnings', shown, pageOf(query));
}
