import { DAY, type MoneyBackHistory } from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, purchase, type RuleCases } from './rule-case.js';

/** An account with refunds of one day, 20 days ago unless told otherwise. */
const refunded = (
  refunds: number,
  { afterSpending = 0, usdMinor = 1_000, daysAgo = 20, disputes = 0 } = {},
): { moneyBack: MoneyBackHistory } => ({
  moneyBack: {
    refunds,
    disputes,
    days: [{ day: Math.floor(NOON / DAY) - daysAgo, refunds, afterSpending, usdMinor }],
  },
});
const bought = (amount: number) => ({
  account: [{ series: 'purchases' as const, amount, minutesAgo: 9_000 }],
});

export const PAYMENT_ABUSE_CASES: RuleCases = {
  'repeated-payment-refusals': {
    fires: { tx: purchase, history: { account: [{ series: 'paymentRefusals', times: 2 }] } },
    rests: { tx: purchase, history: { account: [{ series: 'declined', times: 9 }] } },
  },
  'persistent-payment-refusals': {
    fires: { tx: purchase, history: { device: [{ series: 'paymentRefusals', times: 8 }] } },
    rests: { tx: purchase, history: { device: [{ series: 'paymentRefusals', times: 7 }] } },
  },
  'card-keeps-declining': {
    fires: { tx: purchase, history: { instrument: [{ series: 'declined', times: 3 }] } },
    rests: { tx: purchase, history: { instrument: [{ series: 'declined', times: 2 }] } },
  },
  'serial-refunds': {
    fires: { tx: purchase, account: refunded(3), history: bought(2_000) },
    rests: { tx: purchase, account: refunded(3), history: bought(2_100) },
  },
  'refund-after-gift': {
    fires: { tx: gift, facts: { coins: 500 }, account: refunded(1, { afterSpending: 1 }) },
    rests: { tx: gift, facts: { coins: 500 }, account: refunded(1) },
  },
  'refund-after-spending-again': {
    fires: { tx: purchase, account: refunded(2, { afterSpending: 2, daysAgo: 29 }) },
    rests: { tx: purchase, account: refunded(2, { afterSpending: 2, daysAgo: 30 }) },
  },
  'disputed-before': {
    fires: { tx: purchase, facts: { amountUsdMinor: 2_000 }, account: refunded(0, { disputes: 2 }) },
    rests: { tx: purchase, facts: { amountUsdMinor: 2_000 }, account: refunded(0, { disputes: 1 }) },
  },
};
