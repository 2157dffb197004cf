import type { Rule } from '../rule.js';

/** Gifts to oneself or round in a circle turn bought, stolen or free coins into diamonds that can be withdrawn. */
export const GIFT_RINGS: readonly Rule[] = [
  {
    key: 'self-gift-device',
    group: 'gift_rings',
    description: 'A gift of 100 coins or more to an account that was seen on the same device within 30 days.',
    kinds: ['gift'],
    condition: 'counterparty.sameDevice && tx.coins >= 100',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'gift.same_device',
    message: 'Giver and recipient use the same device.',
  },
  {
    key: 'self-gift-card',
    group: 'gift_rings',
    description: 'A gift of 100 coins or more to an account that used the same card within 30 days.',
    kinds: ['gift'],
    condition: 'counterparty.sameInstrument && tx.coins >= 100',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'gift.same_card',
    message: 'Giver and recipient use the same card.',
  },
  {
    key: 'self-gift-address',
    group: 'gift_rings',
    description:
      'A gift of 500 coins or more to a young account seen at the same, not widely shared address.',
    kinds: ['gift'],
    condition: `counterparty.sameIp && tx.coins >= 500 && counterparty.ageDays < 30 && links.accountsOnIp <= 20`,
    effect: { type: 'score', score: 40 },
    mode: 'live',
    reasonCode: 'gift.same_address',
    message: 'Giver and recipient are at the same address.',
  },
  {
    key: 'gift-and-back',
    group: 'gift_rings',
    description: 'A gift of 500 coins or more to someone who gave to this account within 30 days.',
    kinds: ['gift'],
    condition: 'counterparty.givesBack && tx.coins >= 500',
    effect: { type: 'score', score: 40 },
    mode: 'live',
    reasonCode: 'gift.returned',
    message: 'The two accounts give to each other.',
  },
  {
    key: 'gift-after-conversion',
    group: 'gift_rings',
    description:
      'Diamonds converted within a day and passed on: 500 diamonds or more, and a gift of 500 coins or more.',
    kinds: ['gift'],
    condition: 'velocity.account.h24.diamondsConverted >= 500 && tx.coins >= 500',
    effect: { type: 'score', score: 40 },
    mode: 'live',
    reasonCode: 'gift.converted',
    message: 'Converted diamonds are given on at once.',
  },
  {
    key: 'one-recipient-only',
    group: 'gift_rings',
    description:
      'An account of less than 30 days gives 20,000 coins or more within a week to one recipient and to nobody else.',
    kinds: ['gift'],
    condition: `account.ageDays < 30 && velocity.account.d30.recipients <= 1
      && velocity.pair.d7.giftCoinsSent + tx.coins >= 20000`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'gift.single_recipient',
    message: 'All of a large sum goes to one recipient.',
  },
];
