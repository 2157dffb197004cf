import { DAY, HOUR, ListIndex, MINUTE, SECOND } from '@coinwarden/domain';
import { NOON, type Traits } from '../../support/rule-inputs.js';

/** For each rule of the starter ruleset one transaction it must see and one, close to it, that it must leave alone. */
export interface RuleCase {
  readonly fires: Traits;
  readonly rests: Traits;
}

const aged = (ms: number) => ({ createdAt: NOON - ms });
const card = (payment: object) => ({
  kind: 'purchase' as const,
  payment: {
    provider: 'stripe',
    reference: 'pay-1',
    instrument: 'card-1',
    country: 'DE',
    captured: true,
    ...payment,
  },
});
const purchase = { kind: 'purchase' } as const;
const gift = { kind: 'gift' } as const;
const reward = { kind: 'reward' } as const;
const withdrawal = { kind: 'withdrawal' } as const;
const store = card({ provider: 'apple' });
const ids = (count: number, name = 'x') => Array.from({ length: count }, (_, i) => `${name}${i}`);
const KNOWN_PHONE = { devices: ['phone'] };
const OTHER_PHONE = { devices: ['older phone'] };
const listed = (
  list: 'allow' | 'block' | 'watch',
  type: 'ip' | 'account',
  value: string,
  expiresAt = NOON + DAY,
) => new ListIndex([{ list, type, value, expiresAt }]);

export const STARTER_CASES: Readonly<Record<string, RuleCase>> = {
  'blocked-value': {
    fires: { tx: purchase, lists: listed('block', 'ip', '198.18.0.1') },
    rests: { tx: purchase, lists: listed('block', 'ip', '198.18.0.1', NOON) },
  },
  'blocked-recipient': {
    fires: { tx: gift, lists: listed('block', 'account', 'bea') },
    rests: { tx: gift, lists: listed('watch', 'account', 'bea') },
  },
  'watched-value': {
    fires: { tx: gift, lists: listed('watch', 'account', 'bea') },
    rests: { tx: gift, lists: listed('watch', 'account', 'cleo') },
  },
  'allowed-value': {
    fires: { tx: gift, lists: listed('allow', 'account', 'ada') },
    rests: {
      tx: gift,
      lists: new ListIndex([
        { list: 'allow', type: 'account', value: 'ada', expiresAt: null },
        { list: 'block', type: 'ip', value: '198.18.0.1', expiresAt: null },
      ]),
    },
  },

  'purchase-within-a-minute': {
    fires: { tx: purchase, account: aged(59 * SECOND) },
    rests: { tx: purchase, account: aged(60 * SECOND) },
  },
  'store-purchase-within-a-minute': {
    fires: { tx: store, account: aged(10 * SECOND) },
    rests: { tx: purchase, account: aged(10 * SECOND) },
  },
  'large-purchase-first-hour': {
    fires: {
      tx: purchase,
      account: aged(59 * MINUTE),
      facts: { amountUsdMinor: 3_000 },
      history: { account: [{ series: 'purchases', amount: 2_000 }] },
    },
    rests: { tx: purchase, account: aged(60 * MINUTE), facts: { amountUsdMinor: 9_999 } },
  },
  'repeat-purchases-new-account': {
    fires: {
      tx: purchase,
      account: aged(2 * DAY),
      history: { account: [{ series: 'purchases', times: 2 }] },
    },
    rests: {
      tx: purchase,
      account: aged(2 * DAY),
      history: { account: [{ series: 'purchases', times: 1 }] },
    },
  },
  'card-testing-account': {
    fires: { tx: purchase, history: { account: [{ series: 'declined', seen: { instruments: ids(3) } }] } },
    rests: {
      tx: purchase,
      history: { account: [{ series: 'purchases', seen: { instruments: [...ids(3), 'stripe:card-1'] } }] },
    },
  },
  'card-testing-device': {
    fires: {
      tx: purchase,
      history: { device: [{ series: 'purchases', minutesAgo: 600, seen: { instruments: ids(4) } }] },
    },
    rests: {
      tx: purchase,
      history: { device: [{ series: 'purchases', minutesAgo: 1_600, seen: { instruments: ids(4) } }] },
    },
  },
  'small-amount-probing': {
    fires: {
      tx: purchase,
      history: { account: [{ series: 'purchases', times: 2, seen: { instruments: ids(2) } }] },
    },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 999 },
      history: { account: [{ series: 'purchases', times: 2, seen: { instruments: ids(2) } }] },
    },
  },
  'card-on-many-accounts': {
    fires: { tx: purchase, history: { instrument: [{ series: 'purchases', seen: { accounts: ids(3) } }] } },
    rests: {
      tx: purchase,
      history: { instrument: [{ series: 'purchases', seen: { accounts: [...ids(2), 'ada'] } }] },
    },
  },
  'foreign-card-new-account': {
    fires: { tx: card({ country: 'US' }), account: aged(6 * DAY) },
    rests: { tx: card({ country: 'US' }), account: aged(8 * DAY) },
  },
  'foreign-new-card': {
    fires: { tx: card({ country: 'US' }), facts: { amountUsdMinor: 2_000 } },
    rests: {
      tx: card({ country: 'US' }),
      facts: { amountUsdMinor: 2_000 },
      history: {
        account: [{ series: 'purchases', minutesAgo: 9_000, seen: { instruments: ['stripe:card-1'] } }],
      },
    },
  },
  'many-card-countries': {
    fires: {
      tx: purchase,
      history: { account: [{ series: 'purchases', seen: { cardCountries: ['DE', 'US', 'BR'] } }] },
    },
    rests: {
      tx: purchase,
      history: { account: [{ series: 'purchases', seen: { cardCountries: ['DE', 'US'] } }] },
    },
  },
  'far-above-norm': {
    fires: {
      tx: purchase,
      facts: { amountUsdMinor: 9_999 },
      history: { account: [{ series: 'purchases', amount: 199, times: 3, minutesAgo: 9_000 }] },
    },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 9_999 },
      history: { account: [{ series: 'purchases', amount: 1_999, times: 3, minutesAgo: 9_000 }] },
    },
  },
  'new-device-new-card': {
    fires: {
      tx: purchase,
      facts: { amountUsdMinor: 2_000 },
      history: {
        account: [
          {
            series: 'purchases',
            minutesAgo: 9_000,
            seen: { ...OTHER_PHONE, instruments: ['stripe:card-0'] },
          },
        ],
      },
    },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 2_000 },
      history: {
        account: [
          {
            series: 'purchases',
            minutesAgo: 9_000,
            seen: { ...KNOWN_PHONE, instruments: ['stripe:card-0'] },
          },
        ],
      },
    },
  },

  'card-changes': {
    fires: {
      tx: purchase,
      history: { account: [{ series: 'purchases', minutesAgo: 9_000, seen: { instruments: ids(2) } }] },
    },
    rests: {
      tx: store,
      history: { account: [{ series: 'purchases', minutesAgo: 9_000, seen: { instruments: ids(2) } }] },
    },
  },
  'breaks-a-habit': {
    fires: {
      tx: purchase,
      facts: { amountUsdMinor: 10_000 },
      history: { account: [{ series: 'purchases', amount: 1_900, times: 10, minutesAgo: 9_000 }] },
    },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 10_000 },
      history: { account: [{ series: 'purchases', amount: 1_900, times: 9, minutesAgo: 9_000 }] },
    },
  },
  'large-purchase-without-past': {
    fires: { tx: purchase, facts: { amountUsdMinor: 5_000 } },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 5_000 },
      history: { account: [{ series: 'purchases', minutesAgo: 9_000 }] },
    },
  },

  'spend-after-credential-change': {
    fires: {
      tx: gift,
      facts: { coins: 1_000 },
      account: { credentialChangedAt: NOON - 23 * HOUR },
      history: { account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: OTHER_PHONE }] },
    },
    rests: {
      tx: gift,
      facts: { coins: 1_000 },
      account: { credentialChangedAt: NOON - 23 * HOUR },
      history: { account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: KNOWN_PHONE }] },
    },
  },
  'gift-to-stranger-after-credential-change': {
    fires: { tx: gift, facts: { coins: 1_000 }, account: { credentialChangedAt: NOON - 47 * HOUR } },
    rests: {
      tx: gift,
      facts: { coins: 1_000 },
      account: { credentialChangedAt: NOON - 47 * HOUR },
      history: { account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: { recipients: ['bea'] } }] },
    },
  },
  'burst-after-credential-change': {
    fires: {
      tx: purchase,
      account: { credentialChangedAt: NOON - HOUR },
      history: { account: [{ series: 'purchases', times: 2 }] },
    },
    rests: { tx: purchase, account: {}, history: { account: [{ series: 'purchases', times: 2 }] } },
  },
  'spend-while-guessed': {
    fires: { tx: purchase, account: { signInFailures: 5 } },
    rests: { tx: purchase, account: { signInFailures: 4 } },
  },
  'drain-on-new-device': {
    fires: {
      tx: gift,
      facts: { coins: 3_000 },
      history: { account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: OTHER_PHONE }] },
    },
    rests: { tx: gift, facts: { coins: 3_000 } },
  },
  'withdrawal-after-credential-change': {
    fires: { tx: withdrawal, account: { credentialChangedAt: NOON - 71 * HOUR } },
    rests: { tx: withdrawal, account: { credentialChangedAt: NOON - 73 * HOUR } },
  },

  'minor-heavy-week': {
    fires: {
      tx: purchase,
      account: { ageBand: '16-17' },
      facts: { amountUsdMinor: 1_999 },
      history: { account: [{ series: 'purchases', amount: 4_500, times: 2, minutesAgo: 4_000 }] },
    },
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 1_999 },
      history: { account: [{ series: 'purchases', amount: 4_500, times: 2, minutesAgo: 4_000 }] },
    },
  },
  'minor-purchase-burst': {
    fires: {
      tx: purchase,
      account: { ageBand: '13-15' },
      history: { account: [{ series: 'purchases', times: 4, minutesAgo: 600 }] },
    },
    rests: {
      tx: purchase,
      account: { ageBand: '13-15' },
      history: { account: [{ series: 'purchases', times: 1 }] },
    },
  },
  'minor-large-gift': {
    fires: { tx: gift, account: { ageBand: 'under13' }, facts: { coins: 2_000 } },
    rests: { tx: gift, account: { ageBand: 'under13' }, facts: { coins: 1_999 } },
  },
  'minor-at-night': {
    fires: {
      tx: { ...gift, occurredAt: NOON + 11 * HOUR },
      account: { ageBand: '16-17' },
      facts: { coins: 500 },
    },
    // 23:00 in UTC is still evening in São Paulo.
    rests: {
      tx: { ...gift, occurredAt: NOON + 11 * HOUR },
      account: { ageBand: '16-17', timeZone: 'America/Sao_Paulo' },
      facts: { coins: 500 },
    },
  },
  'child-without-guardian': {
    fires: { tx: purchase, account: { ageBand: 'under13' } },
    rests: { tx: purchase, account: { ageBand: 'under13', guardianAccountId: 'parent' } },
  },

  'new-accounts-on-device': {
    fires: {
      tx: reward,
      account: aged(DAY),
      history: { device: [{ series: 'rewards', seen: { accounts: ids(3) } }] },
    },
    rests: {
      tx: reward,
      account: aged(8 * DAY),
      history: { device: [{ series: 'rewards', seen: { accounts: ids(3) } }] },
    },
  },
  'new-accounts-at-address': {
    fires: {
      tx: reward,
      account: aged(HOUR),
      history: { ip: [{ series: 'rewards', seen: { accounts: ids(5) } }] },
    },
    rests: {
      tx: reward,
      account: aged(HOUR),
      history: { ip: [{ series: 'rewards', minutesAgo: 90, seen: { accounts: ids(5) } }] },
    },
  },
  'new-account-gives-everything': {
    fires: {
      tx: gift,
      account: aged(HOUR),
      facts: { coins: 3_000 },
      history: { account: [{ series: 'purchases' }] },
    },
    rests: {
      tx: gift,
      account: aged(HOUR),
      facts: { coins: 3_000 },
      history: { account: [{ series: 'rewards' }] },
    },
  },
  'new-account-promotes-heavily': {
    fires: { tx: { kind: 'video_promotion' }, account: aged(HOUR), facts: { coins: 5_000 } },
    rests: { tx: { kind: 'video_promotion' }, account: aged(25 * HOUR), facts: { coins: 5_000 } },
  },
  'strangers-give-to-newcomer': {
    fires: {
      tx: gift,
      counterparty: aged(5 * HOUR),
      history: { counterparty: [{ series: 'giftsReceived', minutesAgo: 200, seen: { senders: ids(5) } }] },
    },
    rests: {
      tx: gift,
      counterparty: aged(50 * HOUR),
      history: { counterparty: [{ series: 'giftsReceived', minutesAgo: 200, seen: { senders: ids(5) } }] },
    },
  },

  'promotion-farm-device': {
    fires: {
      tx: purchase,
      account: aged(20 * DAY),
      facts: { promotionId: 'welcome' },
      history: { device: [{ series: 'purchases', seen: { accounts: ids(2) } }] },
    },
    rests: {
      tx: purchase,
      account: aged(20 * DAY),
      history: { device: [{ series: 'purchases', seen: { accounts: ids(2) } }] },
    },
  },
  'promotion-farm-card': {
    fires: {
      tx: purchase,
      facts: { promotionId: 'welcome' },
      history: { instrument: [{ series: 'purchases', seen: { accounts: ids(2) } }] },
    },
    rests: {
      tx: purchase,
      facts: { promotionId: 'welcome' },
      history: { instrument: [{ series: 'purchases', seen: { accounts: ids(1) } }] },
    },
  },
  'reward-burst': {
    fires: { tx: reward, history: { account: [{ series: 'rewards', times: 6 }] } },
    rests: { tx: reward, history: { account: [{ series: 'rewards', times: 6, minutesAgo: 100 }] } },
  },
  'reward-farm-device': {
    fires: {
      tx: reward,
      history: { device: [{ series: 'rewards', times: 10, minutesAgo: 100, seen: { accounts: ids(2) } }] },
    },
    rests: {
      tx: reward,
      history: {
        device: [{ series: 'rewards', times: 10, minutesAgo: 100, seen: { accounts: ['ada', 'bob'] } }],
      },
    },
  },
  'free-coins-pooled': {
    fires: {
      tx: gift,
      account: aged(DAY),
      wallet: { paid: 0, bonus: 200 },
      history: { device: [{ series: 'giftsSent', times: 2, seen: { accounts: ids(2) } }] },
    },
    rests: {
      tx: gift,
      account: aged(DAY),
      history: { device: [{ series: 'giftsSent', times: 2, seen: { accounts: ids(2) } }] },
    },
  },
  'bonus-funnel': {
    fires: {
      tx: gift,
      facts: { coins: 100, bonusCoins: 80 },
      history: {
        counterparty: [
          { series: 'giftsReceived', amount: 500, seen: { senders: ids(3) } },
          { series: 'bonusGiftsReceived', amount: 400 },
        ],
      },
    },
    rests: {
      tx: gift,
      facts: { coins: 100, bonusCoins: 50 },
      history: {
        counterparty: [
          { series: 'giftsReceived', amount: 500, seen: { senders: ids(3) } },
          { series: 'bonusGiftsReceived', amount: 400 },
        ],
      },
    },
  },

  'self-gift-device': {
    fires: { tx: gift, history: { device: [{ series: 'giftsSent', seen: { accounts: ['bea'] } }] } },
    rests: { tx: gift, history: { device: [{ series: 'giftsSent', seen: { accounts: ['ada', 'cleo'] } }] } },
  },
  'self-gift-card': {
    fires: {
      tx: gift,
      history: {
        account: [{ series: 'purchases', seen: { instruments: ['stripe:a', 'stripe:b'] } }],
        counterparty: [{ series: 'purchases', seen: { instruments: ['stripe:b'] } }],
      },
    },
    rests: {
      tx: gift,
      history: {
        account: [{ series: 'purchases', seen: { instruments: ['stripe:a'] } }],
        counterparty: [{ series: 'purchases', seen: { instruments: ['stripe:b'] } }],
      },
    },
  },
  'self-gift-address': {
    fires: {
      tx: gift,
      facts: { coins: 500 },
      counterparty: aged(9 * DAY),
      history: { ip: [{ series: 'giftsSent', seen: { accounts: ['bea'] } }] },
    },
    rests: {
      tx: gift,
      facts: { coins: 500 },
      counterparty: aged(9 * DAY),
      history: { ip: [{ series: 'giftsSent', seen: { accounts: ['bea', ...ids(30)] } }] },
    },
  },
  'gift-and-back': {
    fires: {
      tx: gift,
      facts: { coins: 500 },
      history: { account: [{ series: 'giftsReceived', minutesAgo: 9_000, seen: { senders: ['bea'] } }] },
    },
    rests: {
      tx: gift,
      facts: { coins: 500 },
      history: { account: [{ series: 'giftsReceived', minutesAgo: 31 * 1_440, seen: { senders: ['bea'] } }] },
    },
  },
  'gift-after-conversion': {
    fires: {
      tx: gift,
      facts: { coins: 500 },
      history: { account: [{ series: 'conversions', amount: 500 }] },
    },
    rests: {
      tx: gift,
      facts: { coins: 500 },
      history: { account: [{ series: 'conversions', amount: 499 }] },
    },
  },
  'one-recipient-only': {
    fires: {
      tx: gift,
      account: aged(20 * DAY),
      facts: { coins: 10_000 },
      history: {
        account: [{ series: 'giftsSent', seen: { recipients: ['bea'] } }],
        pair: [{ series: 'giftsSent', amount: 10_000 }],
      },
    },
    rests: {
      tx: gift,
      account: aged(20 * DAY),
      facts: { coins: 10_000 },
      history: {
        account: [{ series: 'giftsSent', seen: { recipients: ['bea', 'cleo'] } }],
        pair: [{ series: 'giftsSent', amount: 10_000 }],
      },
    },
  },

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

  'quick-gift-and-withdraw': {
    fires: {
      tx: withdrawal,
      account: aged(13 * DAY),
      history: { account: [{ series: 'giftsReceived', seen: { senders: ids(3) } }] },
    },
    rests: {
      tx: withdrawal,
      account: aged(13 * DAY),
      history: { account: [{ series: 'giftsReceived', seen: { senders: ids(4) } }] },
    },
  },
  'withdrawal-few-senders': {
    fires: {
      tx: withdrawal,
      history: { account: [{ series: 'giftsReceived', amount: 5_000, seen: { senders: ids(2) } }] },
    },
    rests: {
      tx: withdrawal,
      history: { account: [{ series: 'giftsReceived', amount: 5_000, seen: { senders: ids(3) } }] },
    },
  },
  'bonus-laundering': {
    fires: {
      tx: withdrawal,
      history: {
        account: [
          { series: 'giftsReceived', amount: 1_900 },
          { series: 'bonusGiftsReceived', amount: 1_000 },
        ],
      },
    },
    rests: {
      tx: withdrawal,
      history: {
        account: [
          { series: 'giftsReceived', amount: 2_000 },
          { series: 'bonusGiftsReceived', amount: 1_000 },
        ],
      },
    },
  },
  'shared-payout': {
    fires: { tx: withdrawal, history: { payout: [{ series: 'withdrawals', seen: { accounts: ids(2) } }] } },
    rests: {
      tx: withdrawal,
      history: { payout: [{ series: 'withdrawals', seen: { accounts: ['ada', 'bob'] } }] },
    },
  },
  'withdrawal-new-device': {
    fires: {
      tx: withdrawal,
      facts: { diamonds: 1_000 },
      history: { account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: OTHER_PHONE }] },
    },
    rests: {
      tx: withdrawal,
      facts: { diamonds: 1_000 },
      history: {
        account: [{ series: 'giftsSent', minutesAgo: 9_000, seen: OTHER_PHONE }],
        payout: [{ series: 'withdrawals', minutesAgo: 9_000, seen: { accounts: ['ada'] } }],
      },
    },
  },
  'large-first-withdrawal': {
    fires: { tx: withdrawal, facts: { diamonds: 50_000 } },
    rests: {
      tx: withdrawal,
      facts: { diamonds: 50_000 },
      history: { account: [{ series: 'withdrawals', minutesAgo: 9_000 }] },
    },
  },
};
