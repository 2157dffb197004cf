import { DAY, NO_LINKS } from '@coinwarden/domain';
import { aged, gift, ids, type RuleCases, withdrawal } from './rule-case.js';

export const GIFT_RINGS_CASES: RuleCases = {
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
  'ring-cash-out': {
    fires: { tx: withdrawal, account: { links: { ...NO_LINKS, ringScore: 600 } } },
    rests: { tx: withdrawal, account: { links: { ...NO_LINKS, ringScore: 599 } } },
  },
  'ring-gift': {
    fires: {
      tx: gift,
      account: { links: { ...NO_LINKS, ringScore: 600 } },
      counterparty: { links: { ...NO_LINKS, ringScore: 600 } },
    },
    rests: { tx: gift, account: { links: { ...NO_LINKS, ringScore: 900 } } },
  },
  'linked-to-suspended': {
    fires: { tx: gift, account: { links: { ...NO_LINKS, communitySize: 3, linkedToSuspended: 1 } } },
    rests: { tx: gift, account: { links: { ...NO_LINKS, communitySize: 21, linkedToSuspended: 1 } } },
  },
};
