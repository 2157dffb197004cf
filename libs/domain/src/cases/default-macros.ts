import type { CaseMacro } from './guidance.js';

/** The macros a new installation starts with. */
export const DEFAULT_CASE_MACROS: readonly CaseMacro[] = [
  {
    macroId: 'release-and-clear',
    name: 'Release, nothing wrong',
    description: 'Releases what is held and clears the account.',
    kinds: ['transaction', 'security'],
    verdict: 'cleared',
    policy: 'legitimate',
    measures: [{ type: 'release_holds' }],
  },
  {
    macroId: 'stolen-payment',
    name: 'Stolen payment',
    description: 'Declines what is held and restricts the account.',
    kinds: ['transaction'],
    verdict: 'confirmed',
    policy: 'stolen_payment',
    measures: [{ type: 'decline_holds' }, { type: 'restrict_account' }],
  },
  {
    macroId: 'stolen-payment-block-card',
    name: 'Stolen payment, block the card',
    description:
      'Declines what is held, refunds what went through, restricts the account and blocks its cards for a year.',
    kinds: ['transaction'],
    verdict: 'confirmed',
    policy: 'stolen_payment',
    measures: [
      { type: 'decline_holds' },
      { type: 'refund', reason: 'unauthorised' },
      { type: 'restrict_account' },
      { type: 'list_entry', list: 'block', of: 'instrument', days: 365 },
    ],
  },
  {
    macroId: 'takeover-lock',
    name: 'Takeover, lock the account',
    description: 'Declines what is held and restricts the account until its owner is back.',
    kinds: ['security', 'transaction'],
    verdict: 'confirmed',
    policy: 'account_takeover',
    measures: [{ type: 'decline_holds' }, { type: 'restrict_account' }],
  },
  {
    macroId: 'ring-suspend',
    name: 'Ring, suspend',
    description: 'Declines what is held and suspends the account.',
    kinds: ['ring', 'free_coins'],
    verdict: 'confirmed',
    policy: 'gift_ring',
    measures: [{ type: 'decline_holds' }, { type: 'suspend_account' }],
  },
  {
    macroId: 'scam-suspend',
    name: 'Scam, suspend',
    description: 'Suspends an account that posts scams.',
    kinds: ['content', 'report'],
    verdict: 'confirmed',
    policy: 'scam_content',
    measures: [{ type: 'suspend_account' }],
  },
  {
    macroId: 'scam-warn',
    name: 'Scam, warn once',
    description: 'Tells the user that this is not allowed.',
    kinds: ['content', 'report'],
    verdict: 'confirmed',
    policy: 'scam_content',
    measures: [
      {
        type: 'warn',
        text: 'Promises of free coins and sales of coins by third parties are not allowed here.',
      },
    ],
  },
  {
    macroId: 'nothing-to-do',
    name: 'Nothing wrong',
    description: 'Clears the account and changes nothing.',
    kinds: [],
    verdict: 'cleared',
    policy: 'legitimate',
    measures: [],
  },
];
