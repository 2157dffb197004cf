import { DAY, MINUTE, SECOND } from '@coinwarden/domain';
import { aged, card, ids, KNOWN_PHONE, OTHER_PHONE, purchase, type RuleCases, store } from './rule-case.js';

export const STOLEN_CARDS_CASES: RuleCases = {
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
  'card-testing-spread': {
    fires: {
      tx: purchase,
      history: {
        device: [
          { series: 'purchases', times: 5, seen: { instruments: ids(5), accounts: ids(2) } },
          { series: 'declined', times: 2 },
        ],
      },
    },
    // A family: a card and an account each.
    rests: {
      tx: purchase,
      facts: { amountUsdMinor: 999 },
      history: {
        device: [
          { series: 'purchases', amount: 999, times: 3, seen: { instruments: ids(2), accounts: ids(2) } },
        ],
      },
    },
  },
  'card-testing-suspected': {
    fires: {
      tx: purchase,
      history: {
        device: [{ series: 'purchases', times: 3, seen: { instruments: ids(2), accounts: ids(1) } }],
      },
    },
    rests: {
      tx: store,
      history: {
        device: [{ series: 'purchases', times: 3, seen: { instruments: ids(2), accounts: ids(1) } }],
      },
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
};
