import { HOUR } from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, KNOWN_PHONE, OTHER_PHONE, purchase, type RuleCases, withdrawal } from './rule-case.js';

export const TAKEOVER_CASES: RuleCases = {
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
};
