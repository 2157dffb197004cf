import type { Rule } from '../rule.js';

/** Bursts of fresh accounts that share a device or an address. Carriers put strangers behind one address: it counts little. */
export const NEW_ACCOUNTS: readonly Rule[] = [
  {
    key: 'new-accounts-on-device',
    group: 'new_accounts',
    description: 'A fourth account on one device within 30 days, and this one is less than a week old.',
    kinds: ['purchase', 'gift', 'reward', 'withdrawal'],
    condition: 'account.ageDays < 7 && links.accountsOnDevice >= 4',
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'account.device_shared',
    message: 'Many accounts on one device.',
  },
  {
    key: 'new-accounts-at-address',
    group: 'new_accounts',
    description: 'Five accounts at one address within an hour, and this one signed up less than a day ago.',
    kinds: ['purchase', 'gift', 'reward'],
    condition: 'account.ageHours < 24 && velocity.ip.h1.accounts >= 5',
    effect: { type: 'score', score: 30 },
    mode: 'live',
    reasonCode: 'account.address_shared',
    message: 'Many accounts at one address.',
  },
  {
    key: 'new-account-gives-everything',
    group: 'new_accounts',
    description: 'Less than a day old, bought within the hour and gives 3,000 coins or more to someone new.',
    kinds: ['gift'],
    condition: `account.ageHours < 24 && velocity.account.h1.purchases > 0 && !counterparty.known
      && velocity.account.h1.giftCoinsSent + tx.coins >= 3000`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'account.buy_and_give',
    message: 'A new account gives away at once what it bought.',
  },
  {
    key: 'new-account-promotes-heavily',
    group: 'new_accounts',
    description: 'Less than a day old and spends 5,000 coins or more on promoting videos.',
    kinds: ['video_promotion'],
    condition: 'account.ageHours < 24 && velocity.account.h24.videoPromotionCoins + tx.coins >= 5000',
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'account.promotes_heavily',
    message: 'A new account spends much on promotion.',
  },
  {
    key: 'strangers-give-to-newcomer',
    group: 'new_accounts',
    description:
      'Five senders or more within a day to an account less than two days old: free-coin scams collect like this.',
    kinds: ['gift'],
    condition: `counterparty.ageHours < 48 && velocity.counterparty.h24.senders >= 5 && !counterparty.known
      && tx.coins >= 100`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'account.newcomer_collects',
    message: 'Many strangers give to an account that has just opened.',
  },
];
