import type { Rule } from '../rule.js';

/** Bonus coins and rewards are free, so farms of accounts collect them and pass them on. */
export const PROMOTION_ABUSE: readonly Rule[] = [
  {
    key: 'promotion-farm-device',
    group: 'promotion_abuse',
    description: 'A promotion taken by a third account on one device within 30 days.',
    kinds: ['purchase'],
    condition: 'tx.promotionId != "" && account.ageDays < 30 && links.accountsOnDevice >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'promotion.farm',
    message: 'A promotion taken by many accounts on one device.',
  },
  {
    key: 'promotion-farm-card',
    group: 'promotion_abuse',
    description: 'A promotion taken by a third account with one card within 30 days.',
    kinds: ['purchase'],
    condition: 'tx.promotionId != "" && links.accountsOnInstrument >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'promotion.farm',
    message: 'A promotion taken by many accounts with one card.',
  },
  {
    key: 'reward-burst',
    group: 'promotion_abuse',
    description: 'More than six rewards within an hour or twenty within a day: no one watches that fast.',
    kinds: ['reward'],
    condition: 'velocity.account.h1.rewards >= 6 || velocity.account.h24.rewards >= 20',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'reward.burst',
    message: 'Rewards come faster than a person earns them.',
  },
  {
    key: 'reward-farm-device',
    group: 'promotion_abuse',
    description: 'Ten rewards within a day on one device that three accounts or more use.',
    kinds: ['reward'],
    condition: 'velocity.device.h24.rewards >= 10 && links.accountsOnDevice >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'reward.farm',
    message: 'Several accounts collect rewards on one device.',
  },
  {
    key: 'free-coins-pooled',
    group: 'promotion_abuse',
    description:
      'A new account that never bought gives its free coins to someone whom other accounts of its device or address know too.',
    kinds: ['gift'],
    condition: `account.ageDays < 7 && account.paidCoins == 0 && velocity.account.d30.purchases == 0
      && links.accountsOnDevice >= 2 && (counterparty.sameDevice || velocity.device.d7.giftsSent >= 2)`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'promotion.pooled',
    message: 'Free coins of several accounts flow together.',
  },
  {
    key: 'bonus-funnel',
    group: 'promotion_abuse',
    description:
      'A gift mostly of bonus coins to someone who gets mostly bonus coins from three senders or more.',
    kinds: ['gift'],
    condition: `tx.bonusCoins * 2 > tx.coins && velocity.counterparty.d7.senders >= 3
      && velocity.counterparty.d7.bonusCoinsReceived >= 300
      && velocity.counterparty.d7.bonusCoinsReceived * 2 > velocity.counterparty.d7.giftCoinsReceived`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'promotion.bonus_funnel',
    message: 'Bonus coins of several accounts flow to one recipient.',
  },
];
