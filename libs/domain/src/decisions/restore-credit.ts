import { fail, ok, type Result } from '../kernel/failure.js';
import type { Instant } from '../kernel/time.js';
import { giveBack } from '../ledger/burn.js';
import { repayWithCoins } from '../ledger/debt.js';
import { coinsIn, type EntryKind, entry } from '../ledger/journal.js';
import { type CoinLot, hasExpired } from '../ledger/lot.js';
import type { Wallet } from '../ledger/wallet.js';
import { type Effects, noEffects } from './effects.js';
import type { TransactionKind, TransactionStatus } from './transaction.js';

/**
 * A person declined a purchase or reward that was credited as held, and an appeal says they were wrong. The coins come back
 * into the lots they were taken out of, by a new entry: same lapse, same place in the burn order, and whoever follows them
 * still finds their purchase. Only coins whose payment is captured and stands come back, so no coin is ever made of nothing.
 */
export interface RestoreInput {
  readonly kind: TransactionKind;
  readonly status: TransactionStatus;
  /** What its hold said of the payment. */
  readonly captured: boolean;
  /** Money of it went back, is on its way back, or was lost. */
  readonly moneyWentBack: boolean;
  readonly wallet: Wallet;
  /** As they were granted. */
  readonly lots: readonly Omit<CoinLot, 'held'>[];
  readonly now: Instant;
}

export type RestoreRefusal =
  | 'restore.not_declined'
  | 'restore.nothing_taken'
  | 'restore.not_paid'
  | 'restore.money_returned'
  | 'restore.lapsed';

const RESTORED: Partial<Record<TransactionKind, EntryKind>> = {
  purchase: 'purchase_restored',
  reward: 'reward_restored',
};

/**
 * In precedence order of refusals: it is not declined (any more); of everything that spends, what was reserved came free when
 * it was declined, and nothing was taken; its payment was never captured; the money went back; all its coins have lapsed.
 */
export function restoreCredit(input: RestoreInput): Result<Effects, RestoreRefusal> {
  const { kind, status, wallet, lots, now } = input;
  if (status !== 'declined') return fail('restore.not_declined', { status });
  const entryKind = RESTORED[kind];
  if (entryKind === undefined) return fail('restore.nothing_taken', { kind });
  if (kind === 'purchase' && !input.captured) return fail('restore.not_paid');
  if (kind === 'purchase' && input.moneyWentBack) return fail('restore.money_returned');
  if (lots.every((lot) => hasExpired(lot, now))) return fail('restore.lapsed');
  const shares = lots.map(({ lotId, kind: of, remaining }) => ({ lotId, kind: of, coins: remaining }));
  const restored = lots.reduce((before, lot, i) => giveBack(before, shares[i]!, lot), wallet);
  return ok({
    ...noEffects(wallet, null),
    ...repayWithCoins(restored, shares, now),
    entries: [entry(entryKind, coinsIn(wallet.accountId, shares, 'coins:issued'))],
    movements: shares.map((share) => ({ share, reason: 'restored' })),
  });
}
