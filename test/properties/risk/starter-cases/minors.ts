import { HOUR } from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, purchase, type RuleCases } from './rule-case.js';

export const MINORS_CASES: RuleCases = {
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
};
