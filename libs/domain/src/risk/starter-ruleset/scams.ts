import type { Rule } from '../rule.js';

/** Who lures with words takes the coins soon after, and cashes them out before anybody complains. */
export const SCAMS: readonly Rule[] = [
  {
    key: 'gift-to-scammer',
    group: 'scams',
    description: 'A gift to an account that wrote a scam within the last 24 hours.',
    kinds: ['gift'],
    condition: 'content.counterpartyScamMinutesAgo <= 1440',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'content.gift_to_scammer',
    message: 'The recipient wrote a scam within the last day.',
  },
  {
    key: 'solicited-gift',
    group: 'scams',
    description:
      'A gift of 50 coins or more to an account that sent the giver a suspect or scam text within 30 days.',
    kinds: ['gift'],
    condition: 'content.solicited && tx.coins >= 50',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'content.solicited_gift',
    message: 'The recipient asked for it with a text that looks like a scam.',
  },
  {
    key: 'withdrawal-after-scams',
    group: 'scams',
    description: 'A withdrawal or conversion by an account that wrote a scam within 30 days.',
    kinds: ['withdrawal', 'conversion'],
    condition: 'content.scams30d >= 1',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'content.cash_out_after_scams',
    message: 'The account wrote scams within the last 30 days.',
  },
  {
    key: 'coins-handed-out-by-scammer',
    group: 'scams',
    description:
      'A gift of 500 coins or more by an account that wrote a scam within the last 24 hours: coins sold outside the shop.',
    kinds: ['gift'],
    condition: 'content.scamMinutesAgo <= 1440 && tx.coins >= 500',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'content.coins_handed_out',
    message: 'The giver wrote a scam within the last day.',
  },
  {
    key: 'cash-out-with-spread-domain',
    group: 'scams',
    description:
      'A withdrawal by an account whose flagged texts link to a domain that three or more other accounts spread as well.',
    kinds: ['withdrawal'],
    condition: 'content.sharedDomainAccounts >= 3',
    effect: { type: 'review', score: 60 },
    mode: 'live',
    reasonCode: 'content.spread_domain',
    message: 'Several accounts spread the domain that the account links to.',
  },
];
