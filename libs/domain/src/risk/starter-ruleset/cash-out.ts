import type { Rule } from '../rule.js';

/** The last chance before value leaves: what came in quickly, from few, or as bonus, is looked at before it goes. */
export const CASH_OUT: readonly Rule[] = [
  {
    key: 'quick-gift-and-withdraw',
    group: 'cash_out',
    description:
      'A first withdrawal by an account of less than two weeks that lives from three senders or fewer.',
    kinds: ['withdrawal'],
    condition: `account.ageDays < 14 && velocity.account.d30.withdrawals == 0
      && velocity.account.d30.senders <= 3`,
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.quick',
    message: 'A young account withdraws what a few senders gave it.',
  },
  {
    key: 'withdrawal-few-senders',
    group: 'cash_out',
    description: 'One or two senders stand behind 5,000 coins or more of the last 30 days.',
    kinds: ['withdrawal'],
    condition: 'velocity.account.d30.senders <= 2 && velocity.account.d30.giftCoinsReceived >= 5000',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.few_senders',
    message: 'Nearly all that is withdrawn came from one or two senders.',
  },
  {
    key: 'bonus-laundering',
    group: 'cash_out',
    description: 'More than half of 1,000 coins or more received in 30 days were bonus coins.',
    kinds: ['withdrawal'],
    condition: `velocity.account.d30.bonusCoinsReceived >= 1000
      && velocity.account.d30.bonusCoinsReceived * 2 > velocity.account.d30.giftCoinsReceived`,
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.bonus',
    message: 'Most of what is withdrawn came from bonus coins.',
  },
  {
    key: 'shared-payout',
    group: 'cash_out',
    description: 'A third account is paid to one destination within 30 days.',
    kinds: ['withdrawal'],
    condition: 'links.accountsOnPayout >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.shared_payout',
    message: 'Several accounts are paid to one destination.',
  },
  {
    key: 'withdrawal-new-device',
    group: 'cash_out',
    description: 'A known account withdraws 1,000 diamonds or more on a new device, to a new destination.',
    kinds: ['withdrawal'],
    condition: `device.isRecent && account.establishedDevices > 0 && tx.diamonds >= 1000
      && velocity.payout.d30.accounts == 0`,
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.new_device',
    message: 'A withdrawal to a new destination on a new device.',
  },
  {
    key: 'large-first-withdrawal',
    group: 'cash_out',
    description: 'A first withdrawal in 30 days of 50,000 diamonds or more.',
    kinds: ['withdrawal'],
    condition: 'velocity.account.d30.withdrawals == 0 && tx.diamonds >= 50000',
    effect: { type: 'score', score: 60 },
    mode: 'live',
    reasonCode: 'withdrawal.large_first',
    message: 'A large first withdrawal.',
  },
];
