/**
 * In what order the coins of a purchase that does not stand are taken back, by cause. Whatever the listed steps do not
 * cover is written off, so that coins due = coins taken + coins written off, always.
 */
export const CLAWBACK_STEPS = [
  /** Paid coins of the purchase that nobody has spent or reserved. */
  'unspent',
  /** Bonus coins of the purchase that nobody has spent or reserved. */
  'bonus',
  /** Coins that are gone already: lapsed bonus, credits voided. Nothing moves; they count as taken. */
  'lapsed',
  /** Diamonds that its gifts became and that still wait for their time. */
  'held_diamonds',
  /** All diamonds that its gifts became and that have not left as cash or coins. */
  'unwithdrawn_diamonds',
  /** Owed by the account, up to the policy's most; paid first from its next coins or diamonds. */
  'debt',
] as const;
export type ClawbackStep = (typeof CLAWBACK_STEPS)[number];

/** Goodwill takes nothing back, so it has no waterfall. */
export type WaterfallCause = 'refund' | 'dispute' | 'fraud';

export interface ClawbackPolicy {
  readonly waterfall: Readonly<Record<WaterfallCause, readonly ClawbackStep[]>>;
  /** The most coins one account may owe; beyond it the rest is written off. */
  readonly maxDebtCoins: number;
}

/**
 * Creators lose what is still held, never what they could already have withdrawn, unless the money was stolen: then
 * nothing it bought may leave as cash.
 */
export const DEFAULT_CLAWBACK_POLICY: ClawbackPolicy = {
  waterfall: {
    refund: ['unspent', 'bonus', 'lapsed', 'held_diamonds', 'debt'],
    dispute: ['unspent', 'bonus', 'lapsed', 'held_diamonds', 'debt'],
    fraud: ['unspent', 'bonus', 'lapsed', 'unwithdrawn_diamonds', 'debt'],
  },
  maxDebtCoins: 1_000_000,
};
