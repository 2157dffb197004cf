import type { BalanceTransaction } from '../books/balance.store.js';
import { seconds } from './seconds.js';

const DISPUTE_FEE = 'Dispute fee';

/** https://docs.stripe.com/api/balance_transactions/object */
export function balanceTransactionObject(booked: BalanceTransaction): object {
  const currency = booked.currency.toLowerCase();
  const fee = Number(booked.feeMinor);
  return {
    id: booked.transactionId,
    object: 'balance_transaction',
    amount: Number(booked.amountMinor),
    available_on: seconds(booked.createdAt),
    balance_type: 'payments',
    created: seconds(booked.createdAt),
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: DISPUTE_FEE, type: 'stripe_fee' }],
    net: Number(booked.amountMinor) - fee,
    reporting_category: booked.category,
    source: booked.sourceId,
    status: 'available',
    type: booked.type,
  };
}
