import type { Rule } from '../rule.js';

/**
 * Wrong prices and used payment references are refused at once; who keeps trying is looked at, and so is who keeps asking
 * for the money back of coins that are gone.
 */
export const PAYMENT_ABUSE: readonly Rule[] = [
  {
    key: 'repeated-payment-refusals',
    group: 'payment_abuse',
    description: 'Two purchases within a day refused for their price or a used payment reference.',
    kinds: ['purchase'],
    condition: 'velocity.account.h24.paymentRefusals >= 2 || velocity.device.h24.paymentRefusals >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'payment.refusals',
    message: 'Wrong prices or used payment references were sent before.',
  },
  {
    key: 'persistent-payment-refusals',
    group: 'payment_abuse',
    description: 'Five or more of them within a day: someone is looking for a hole.',
    kinds: ['purchase'],
    condition: 'velocity.account.h24.paymentRefusals >= 5 || velocity.device.h24.paymentRefusals >= 8',
    effect: { type: 'decline', score: 100 },
    mode: 'live',
    reasonCode: 'payment.refusals',
    message: 'Wrong prices or used payment references were sent again and again.',
  },
  {
    key: 'card-keeps-declining',
    group: 'payment_abuse',
    description: 'A card with which three purchases were declined within a day.',
    kinds: ['purchase'],
    condition: 'velocity.instrument.h24.declined >= 3',
    effect: { type: 'score', score: 40 },
    mode: 'live',
    reasonCode: 'payment.declines',
    message: 'Purchases with this card keep being declined.',
  },
  {
    key: 'serial-refunds',
    group: 'payment_abuse',
    description: 'Three refunds or more within 30 days, and half of the money paid in them went back.',
    kinds: ['purchase'],
    condition: 'account.refunds30d >= 3 && account.refundedPercent30d >= 50',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'payment.serial_refunds',
    message: 'Most of what the account buys is refunded.',
  },
  {
    key: 'refund-after-gift',
    group: 'payment_abuse',
    description:
      'A gift of 500 coins or more by an account that had coins refunded within 30 days which it had spent.',
    kinds: ['gift'],
    condition: 'account.refundsAfterSpending30d >= 1 && tx.coins >= 500',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'payment.refund_after_gift',
    message: 'The account has had coins refunded before that it had given away.',
  },
  {
    key: 'refund-after-spending-again',
    group: 'payment_abuse',
    description: 'A purchase by an account that twice within 30 days had coins refunded which it had spent.',
    kinds: ['purchase'],
    condition: 'account.refundsAfterSpending30d >= 2',
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'payment.refund_after_gift',
    message: 'The account keeps having coins refunded that it has spent.',
  },
  {
    key: 'disputed-before',
    group: 'payment_abuse',
    description:
      'A purchase of 20 US dollars or more by an account that two of its purchases were disputed of.',
    kinds: ['purchase'],
    condition: 'account.disputes >= 2 && tx.amountUsdMinor >= 2000',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'payment.disputed_before',
    message: 'Purchases of the account were disputed before.',
  },
];
