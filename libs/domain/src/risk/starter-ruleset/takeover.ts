import type { Rule } from '../rule.js';

/**
 * Whoever takes over an account changes its credentials, comes on a device of their own and empties it quickly. A new
 * phone looks alike at first, so small amounts are left alone.
 */
export const TAKEOVER: readonly Rule[] = [
  {
    key: 'spend-after-credential-change',
    group: 'takeover',
    description:
      'Credentials changed within a day, then 20 US dollars or 1,000 coins and more go out on a device that is new to the account.',
    kinds: ['purchase', 'gift', 'video_promotion', 'unlock'],
    condition: `account.credentialChangedMinutesAgo < 1440 && device.isRecent
      && account.establishedDevices > 0 && (tx.amountUsdMinor >= 2000 || (tx.amountUsdMinor == 0 && tx.coins >= 1000))`,
    effect: { type: 'review', score: 70 },
    mode: 'live',
    reasonCode: 'takeover.credentials_and_device',
    message: 'Spending on a new device shortly after a change of credentials.',
  },
  {
    key: 'gift-to-stranger-after-credential-change',
    group: 'takeover',
    description:
      'Credentials changed within two days, then 1,000 coins or more to someone not given to before.',
    kinds: ['gift'],
    condition: 'account.credentialChangedMinutesAgo < 2880 && !counterparty.known && tx.coins >= 1000',
    effect: { type: 'score', score: 50 },
    mode: 'live',
    reasonCode: 'takeover.gift_to_stranger',
    message: 'A large gift to a stranger shortly after a change of credentials.',
  },
  {
    key: 'burst-after-credential-change',
    group: 'takeover',
    description: 'A third purchase within an hour when credentials changed within a day.',
    kinds: ['purchase'],
    condition: 'account.credentialChangedMinutesAgo < 1440 && velocity.account.h1.purchases >= 2',
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'takeover.purchase_burst',
    message: 'Several purchases shortly after a change of credentials.',
  },
  {
    key: 'spend-while-guessed',
    group: 'takeover',
    description: 'Five failed sign-ins since the last good one, and spending on a new device.',
    kinds: ['purchase', 'gift', 'video_promotion', 'withdrawal'],
    condition: 'account.signInFailures >= 5 && device.isRecent',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'takeover.sign_in_failures',
    message: 'Spending on a new device after many failed sign-ins.',
  },
  {
    key: 'drain-on-new-device',
    group: 'takeover',
    description: 'A known account gives 3,000 coins or more to someone new on a new device.',
    kinds: ['gift'],
    condition: 'device.isRecent && account.establishedDevices > 0 && !counterparty.known && tx.coins >= 3000',
    effect: { type: 'score', score: 50 },
    mode: 'live',
    reasonCode: 'takeover.drain',
    message: 'A large gift to a stranger on a new device.',
  },
  {
    key: 'withdrawal-after-credential-change',
    group: 'takeover',
    description: 'A withdrawal within three days of a change of credentials.',
    kinds: ['withdrawal'],
    condition: 'account.credentialChangedMinutesAgo < 4320',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'takeover.withdrawal',
    message: 'A withdrawal shortly after a change of credentials.',
  },
];
