import { DAY } from '@coinwarden/domain';
import { aged, gift, ids, purchase, type RuleCases, reward } from './rule-case.js';

export const PROMOTION_ABUSE_CASES: RuleCases = {
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
};
