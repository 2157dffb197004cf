import { addressedTo, type ContentHistory, DAY, HOUR, NOTHING_FLAGGED } from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, type RuleCases, withdrawal } from './rule-case.js';

/** An account with one scam so long ago. */
const scammedAgo = (ms: number, more: Partial<ContentHistory> = {}) => ({
  contentHistory: {
    ...NOTHING_FLAGGED,
    days: [{ day: Math.floor((NOON - ms) / DAY), scams: 1, suspects: 0 }],
    lastScamAt: NOON - ms,
    lastFlaggedAt: NOON - ms,
    lastVerdict: 'scam' as const,
    ...more,
  },
});

const suspectOnly = {
  contentHistory: {
    ...scammedAgo(HOUR).contentHistory,
    days: [{ day: Math.floor(NOON / DAY), scams: 0, suspects: 3 }],
    lastScamAt: null,
    lastVerdict: 'suspect' as const,
  },
};

export const SCAMS_CASES: RuleCases = {
  'gift-to-scammer': {
    fires: { tx: gift, counterparty: scammedAgo(DAY) },
    rests: { tx: gift, counterparty: scammedAgo(DAY + HOUR) },
  },
  'solicited-gift': {
    fires: {
      tx: gift,
      counterparty: scammedAgo(9 * DAY, { addressed: [addressedTo('ada', NOON - 9 * DAY)] }),
    },
    rests: {
      tx: gift,
      counterparty: scammedAgo(9 * DAY, { addressed: [addressedTo('bob', NOON - 9 * DAY)] }),
    },
  },
  'withdrawal-after-scams': {
    fires: { tx: withdrawal, account: scammedAgo(29 * DAY) },
    rests: { tx: withdrawal, account: scammedAgo(31 * DAY) },
  },
  'coins-handed-out-by-scammer': {
    fires: { tx: gift, account: scammedAgo(HOUR), facts: { coins: 500 } },
    rests: { tx: gift, account: suspectOnly, facts: { coins: 500 } },
  },
  'cash-out-with-spread-domain': {
    fires: {
      tx: withdrawal,
      account: { contentHistory: { ...suspectOnly.contentHistory, sharedDomainAccounts: 3 } },
    },
    rests: {
      tx: withdrawal,
      account: { contentHistory: { ...suspectOnly.contentHistory, sharedDomainAccounts: 2 } },
    },
  },
};
