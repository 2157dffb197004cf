import { DAY, HOUR } from '@coinwarden/domain';
import { aged, gift, ids, type RuleCases, reward } from './rule-case.js';

export const NEW_ACCOUNTS_CASES: RuleCases = {
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
};
