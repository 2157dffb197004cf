import type { CasePolicy } from './guidance.js';

/** The policy texts a new installation starts with; each installation writes its own from there. */
export const DEFAULT_CASE_POLICIES: readonly CasePolicy[] = [
  {
    code: 'stolen_payment',
    title: 'Stolen payment',
    guidance:
      'The cardholder did not make the purchase. Look for a new account or device, several cards on one device, a card from another country, coins gifted on at once. One sign alone is not enough; two that fit together are. Decline what is held and restrict the account; block the card only when it was used on more than one account.',
    kinds: ['transaction', 'security'],
    verdicts: ['confirmed'],
  },
  {
    code: 'account_takeover',
    title: 'Account takeover',
    guidance:
      'The account is its owner’s, the actions are not. Look for failed sign-ins, a new place or device, changed credentials, then spending unlike before. Restrict the account so that nothing leaves, and ask the platform to reach the owner; do not judge the owner.',
    kinds: ['security', 'transaction'],
    verdicts: ['confirmed'],
  },
  {
    code: 'gift_ring',
    title: 'Gift ring or laundering',
    guidance:
      'Coins travel in circles or gather at one creator to be cashed out. Follow the gifts: who bought, with which cards, on which devices, and who withdraws. Fans who gift much to one creator are not a ring; accounts that exist only to do so are.',
    kinds: ['ring', 'transaction'],
    verdicts: ['confirmed'],
  },
  {
    code: 'free_coins',
    title: 'Free-coins abuse',
    guidance:
      'Bonus or reward coins taken again and again through accounts made for it, or coins sold outside. Several accounts of one household are allowed; the same device behind ten is not.',
    kinds: ['free_coins', 'ring', 'transaction'],
    verdicts: ['confirmed'],
  },
  {
    code: 'scam_content',
    title: 'Scam in content',
    guidance:
      'A promise of free coins, a coin generator, prize bait, sale of coins by third parties, impersonation, or a request for sign-in details. Warnings about scams, questions about them and complaints about refunds are no scams: read the whole text.',
    kinds: ['content', 'report'],
    verdicts: ['confirmed'],
  },
  {
    code: 'refund_abuse',
    title: 'Refund abuse',
    guidance:
      'Coins are bought, spent and asked back as a habit. Count refunds and disputes against purchases; one honest mistake, or a child that bought, is no abuse.',
    kinds: ['transaction', 'report'],
    verdicts: ['confirmed'],
  },
  {
    code: 'minor_spending',
    title: 'A child spends',
    guidance:
      'Signs that a child uses an adult’s account or card. Nobody is at fault: restrict spending, and let support reach the guardian and refund within policy.',
    kinds: [],
    verdicts: ['confirmed', 'inconclusive'],
  },
  {
    code: 'legitimate',
    title: 'Nothing wrong',
    guidance:
      'The activity fits the account’s habits, or has a plain explanation. Release what is held. Clear a case when you would tell the user so.',
    kinds: [],
    verdicts: ['cleared'],
  },
  {
    code: 'insufficient_evidence',
    title: 'Not enough to tell',
    guidance:
      'Neither explanation is clearly better and waiting will not help. Take no measure that you could not explain to the user. If waiting would help, snooze the case instead.',
    kinds: [],
    verdicts: ['inconclusive'],
  },
];
