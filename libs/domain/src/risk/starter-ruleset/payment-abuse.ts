import type { Rule } from '../rule.js';

/** Wrong prices and used payment references are refused at once; who keeps trying is looked at. */
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
];
