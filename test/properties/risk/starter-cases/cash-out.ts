import { DAY } from '@coinwarden/domain';
import { aged, ids, OTHER_PHONE, type RuleCases, withdrawal } from './rule-case.js';

export const CASH_OUT_CASES: RuleCases = {
  'withdrawal-in-debt': {
    fires: { tx: withdrawal, wallet: { debtCoins: 1 } },
    rests: { tx: { kind: 'conversion' }, wallet: { debtCoins: 500 } },
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
