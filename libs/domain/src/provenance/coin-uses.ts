import type { MovementReason } from '../decisions/effects.js';
import type { TransactionKind } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';

/** Everything that can become of a coin. Every coin of a lot has exactly one fate. */
export const COIN_FATES = [
  'unspent',
  /** Reserved by a transaction that waits for a person or its payment. */
  'held',
  'gifted',
  'promoted',
  'unlocked',
  'expired',
  'voided',
  'clawed',
  /** Paid a debt of the account. */
  'repaid',
] as const;
export type CoinFate = (typeof COIN_FATES)[number];

/** Everything that can become of a diamond. */
export const DIAMOND_FATES = ['maturing', 'available', 'withdrawn', 'converted', 'clawed', 'repaid'] as const;
export type DiamondFate = (typeof DIAMOND_FATES)[number];

export interface CoinUse {
  readonly fate: CoinFate;
  /** What used or reserved them; null for what is left, was taken back or went to whole gifts. */
  readonly transactionId: string | null;
  readonly coins: bigint;
}

export interface LotMovement {
  readonly transactionId: string;
  readonly kind: TransactionKind | null;
  readonly reason: MovementReason;
  readonly coins: bigint;
}

export interface LotHistory {
  readonly lotId: string;
  readonly granted: bigint;
  readonly expiresAt: Instant | null;
  readonly movements: readonly LotMovement[];
  readonly holds: readonly { readonly transactionId: string; readonly coins: bigint }[];
  /** What went to whole gifts, which the movements then leave out. */
  readonly wholeGifts?: bigint;
}

const FATE_OF_SPENDING: Partial<Record<TransactionKind, CoinFate>> = {
  gift: 'gifted',
  video_promotion: 'promoted',
  unlock: 'unlocked',
};

/**
 * What became of every coin of a lot: what was taken back, what was used in the order of time, what is left; the uses sum
 * to what was granted. Throws when the movements say otherwise: no picture of wrong books may look right.
 */
export function coinUses(lot: LotHistory, now: Instant): CoinUse[] {
  const uses: CoinUse[] = [];
  let clawed = 0n;
  const restored = new Set(lot.movements.filter(isRestored).map(({ transactionId }) => transactionId));
  for (const { transactionId, kind, reason, coins } of lot.movements) {
    if (reason === 'clawed') clawed += coins;
    else if (reason === 'reinstated') clawed -= coins;
    else if (reason === 'restored' || (reason === 'voided' && restored.has(transactionId))) continue;
    else uses.push({ fate: fateOf(reason, kind, lot), transactionId, coins });
  }
  const { wholeGifts = 0n } = lot;
  if (wholeGifts > 0n) uses.push({ fate: 'gifted', transactionId: null, coins: wholeGifts });
  if (clawed > 0n) uses.unshift({ fate: 'clawed', transactionId: null, coins: clawed });
  for (const { transactionId, coins } of lot.holds) uses.push({ fate: 'held', transactionId, coins });
  let left = lot.granted;
  for (const { coins } of uses) left -= coins;
  if (left < 0n || clawed < 0n) throw new Error(`lot ${lot.lotId} gave ${-left} coins more than it had`);
  const lapsed = lot.expiresAt !== null && lot.expiresAt <= now;
  if (left > 0n) uses.push({ fate: lapsed ? 'expired' : 'unspent', transactionId: null, coins: left });
  return uses;
}

/** A credit is voided whole and restored whole. */
const isRestored = ({ reason }: LotMovement): boolean => reason === 'restored';

function fateOf(
  reason: 'spent' | 'expired' | 'voided' | 'repaid',
  kind: TransactionKind | null,
  { lotId }: LotHistory,
): CoinFate {
  if (reason !== 'spent') return reason;
  const fate = kind === null ? undefined : FATE_OF_SPENDING[kind];
  if (fate === undefined) throw new Error(`coins of lot ${lotId} were spent on ${kind}`);
  return fate;
}
