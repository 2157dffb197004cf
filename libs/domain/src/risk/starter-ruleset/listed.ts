import type { Rule } from '../rule.js';

/** What staff have judged before stands first: it needs no guessing. */
export const LISTED: readonly Rule[] = [
  {
    key: 'blocked-value',
    group: 'lists',
    description:
      'The account, device, card, address, e-mail domain or payout destination is on the block list.',
    condition: 'lists.blocked',
    effect: { type: 'decline', score: 100 },
    mode: 'live',
    reasonCode: 'list.blocked',
    message: 'Something about this transaction is on the block list.',
  },
  {
    key: 'blocked-recipient',
    group: 'lists',
    description: 'The recipient of the gift is on the block list.',
    kinds: ['gift'],
    condition: 'lists.counterpartyBlocked',
    effect: { type: 'decline', score: 100 },
    mode: 'live',
    reasonCode: 'list.recipient_blocked',
    message: 'The recipient is on the block list.',
  },
  {
    key: 'watched-value',
    group: 'lists',
    description: 'Something about the transaction, or the recipient, is on the watch list.',
    condition: 'lists.watched || lists.counterpartyWatched',
    effect: { type: 'review', score: 0 },
    mode: 'live',
    reasonCode: 'list.watched',
    message: 'Something about this transaction is on the watch list.',
  },
  {
    key: 'allowed-value',
    group: 'lists',
    description: 'Something is on the allow list: suspicion has to be strong before it counts.',
    condition: 'lists.allowed && !lists.blocked && !lists.watched',
    effect: { type: 'score', score: -60 },
    mode: 'live',
    reasonCode: 'list.allowed',
    message: 'Something about this transaction is on the allow list.',
  },
];
