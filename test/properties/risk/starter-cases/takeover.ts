import {
  encodeSecurity,
  HOUR,
  hashId,
  NOTHING_HAPPENED,
  type Place,
  type SecurityEvent,
  withEvent,
} from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, KNOWN_PHONE, OTHER_PHONE, purchase, type RuleCases, withdrawal } from './rule-case.js';

const PHONE = hashId('phone');
const LAPTOP = hashId('laptop');
const BERLIN: Place = { country: 'DE', city: 'Berlin', latitude: 52.5, longitude: 13.4 };
const LAGOS: Place = { country: 'NG', city: 'Lagos', latitude: 6.5, longitude: 3.4 };

const signIn = (device: number, place: Place, hoursAgo: number): SecurityEvent => ({
  type: 'sign_in',
  at: NOON - hoursAgo * HOUR,
  device,
  place,
});
const changed = (device: number): SecurityEvent => ({
  type: 'credential_change',
  at: NOON - HOUR,
  device,
  credential: 'password',
});
const proof = (passed: boolean): SecurityEvent => ({
  type: 'step_up',
  at: NOON - HOUR / 2,
  device: PHONE,
  method: 'identity',
  passed,
});

/** An account at home on a laptop in Berlin, to which this happened. */
const happened = (...events: SecurityEvent[]) => ({
  security: encodeSecurity(
    [signIn(LAPTOP, BERLIN, 240), signIn(LAPTOP, BERLIN, 3), ...events].reduce(withEvent, NOTHING_HAPPENED),
  ),
});
const TAKEN = [signIn(PHONE, LAGOS, 2), changed(PHONE)];

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
  'prove-on-takeover-signs': {
    fires: { tx: purchase, account: happened(...TAKEN) },
    rests: { tx: purchase, account: happened(...TAKEN, proof(true)) },
  },
  'restrict-taken-over': {
    fires: {
      tx: gift,
      facts: { coins: 900 },
      account: happened(...TAKEN, { type: 'recovery', at: NOON - HOUR, device: PHONE }),
    },
    rests: { tx: gift, facts: { coins: 900 }, account: happened(signIn(PHONE, BERLIN, 2), changed(PHONE)) },
  },
  'prove-before-cash-out': {
    fires: { tx: withdrawal, account: happened(signIn(PHONE, BERLIN, 1)) },
    rests: { tx: withdrawal, account: happened(signIn(PHONE, BERLIN, 4 * 24)) },
  },
  'spend-after-impossible-travel': {
    fires: { tx: purchase, facts: { amountUsdMinor: 2_000 }, account: happened(signIn(PHONE, LAGOS, 2)) },
    // The laptop itself jumps: a VPN.
    rests: {
      tx: { ...purchase, device: { id: 'laptop', ip: '198.18.0.1' } },
      facts: { amountUsdMinor: 2_000 },
      account: happened(signIn(LAPTOP, LAGOS, 2)),
    },
  },
  'proofs-keep-failing': {
    fires: {
      tx: gift,
      account: happened(...[1, 2, 3].map((n) => ({ ...proof(false), at: NOON - n * HOUR }))),
    },
    rests: {
      tx: gift,
      account: happened(...[1, 2, 30].map((n) => ({ ...proof(false), at: NOON - n * HOUR }))),
    },
  },
};
