import type { Instant } from '../kernel/time.js';
import type { DebtRepayment } from '../ledger/debt.js';
import type { JournalEntry } from '../ledger/journal.js';
import type { CoinLot, LotShare } from '../ledger/lot.js';
import type { Wallet } from '../ledger/wallet.js';

export const HOLD_ENDS = ['released', 'captured', 'declined', 'voided', 'expired'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** Value that waits: for a person (`review`) or for the payment of a purchase (`capture`). It ends exactly once. */
export interface Hold {
  readonly purpose: 'review' | 'capture';
  readonly captured: boolean;
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly shares: readonly LotShare[];
  readonly expiresAt: Instant;
}

/** The creator's side of a gift: diamonds that remember the gift they came from. */
export interface DiamondLot {
  readonly accountId: string;
  readonly sourceAccountId: string;
  readonly lotId: string;
  readonly diamonds: bigint;
  /** Of these, what paid a debt at once. */
  readonly repaid: bigint;
  readonly maturesAt: Instant;
}

/** `restored` takes a `voided` back, `reinstated` a `clawed`. */
export type MovementReason = 'spent' | 'expired' | 'voided' | 'restored' | 'clawed' | 'reinstated' | 'repaid';

/** Everything one transaction writes: new wallets, entries, lots and holds. All of it commits, or none. */
export interface Effects {
  readonly wallet: Wallet;
  readonly recipient: Wallet | null;
  readonly entries: readonly JournalEntry[];
  readonly lots: readonly CoinLot[];
  readonly movements: readonly { readonly share: LotShare; readonly reason: MovementReason }[];
  readonly diamondLot: DiamondLot | null;
  /** Matured diamonds taken from the account's lots, oldest first. */
  readonly diamondsTaken: bigint;
  readonly hold: Hold | null;
  /** A debt that coins or diamonds of this transaction paid; the wallets have it already. */
  readonly repaid: DebtRepayment | null;
}

export const noEffects = (wallet: Wallet, recipient: Wallet | null): Effects => ({
  wallet,
  recipient,
  entries: [],
  lots: [],
  movements: [],
  diamondLot: null,
  diamondsTaken: 0n,
  hold: null,
  repaid: null,
});
