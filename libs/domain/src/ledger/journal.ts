import type { Money } from '../kernel/money.js';
import type { LotShare } from './lot.js';

/**
 * Double entry: every movement takes from one ledger account and gives to another, and an entry sums to zero in each of
 * its units. Entries are only ever added; a correction is a new entry. Asset-like amounts are positive.
 */
export interface Posting {
  readonly account: string;
  /** COIN, DIAMOND or an ISO 4217 code (minor units). */
  readonly unit: string;
  readonly amount: bigint;
  readonly lotId: string | null;
}

export const ENTRY_KINDS = [
  'purchase_credit',
  'purchase_payment',
  'purchase_void',
  'purchase_restored',
  'gift',
  'video_promotion',
  'unlock',
  'reward',
  'reward_void',
  'reward_restored',
  'conversion',
  'withdrawal',
  'expiry',
  'clawback',
  'reinstatement',
  'refund_payment',
  'dispute_loss',
  'dispute_excess',
  'dispute_fee',
  'debt_repayment',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface JournalEntry {
  readonly kind: EntryKind;
  readonly postings: readonly Posting[];
}

export const walletAccount = (accountId: string): string => `wallet:${accountId}`;

/** Negative by what the account owes. */
export const debtAccount = (accountId: string): string => `debt:${accountId}`;

/** Throws when an entry does not balance: such an entry must never reach the books. */
export function entry(kind: EntryKind, postings: readonly Posting[]): JournalEntry {
  // An entry has a unit or two, whatever its length.
  const units: string[] = [];
  const sums: bigint[] = [];
  for (const { unit, amount } of postings) {
    const at = units.indexOf(unit);
    if (at >= 0) sums[at] = sums[at]! + amount;
    else sums[units.push(unit) - 1] = amount;
  }
  const off = sums.findIndex((sum) => sum !== 0n);
  if (off >= 0) throw new Error(`${kind} entry is off by ${sums[off]} ${units[off]}`);
  return { kind, postings };
}

/** Coins of these lots leave the wallet for a platform account. */
export function coinsOut(accountId: string, shares: readonly LotShare[], to: string): Posting[] {
  const postings: Posting[] = [];
  let sum = 0n;
  for (const share of shares) {
    sum += share.coins;
    postings.push({
      account: walletAccount(accountId),
      unit: 'COIN',
      amount: -share.coins,
      lotId: share.lotId,
    });
  }
  postings.push({ account: to, unit: 'COIN', amount: sum, lotId: null });
  return postings;
}

/** Coins of these lots enter the wallet from a platform account. */
export const coinsIn = (accountId: string, shares: readonly LotShare[], from: string): Posting[] =>
  coinsOut(accountId, shares, from).map((p) => ({ ...p, amount: -p.amount }));

export function diamondsMove(args: {
  from: string;
  to: string;
  diamonds: bigint;
  lotId: string | null;
}): Posting[] {
  return [
    { account: args.from, unit: 'DIAMOND', amount: -args.diamonds, lotId: args.lotId },
    { account: args.to, unit: 'DIAMOND', amount: args.diamonds, lotId: args.lotId },
  ];
}

export function moneyMove(args: { from: string; to: string; money: Money }): Posting[] {
  const { amountMinor, currency } = args.money;
  return [
    { account: args.from, unit: currency, amount: -amountMinor, lotId: null },
    { account: args.to, unit: currency, amount: amountMinor, lotId: null },
  ];
}
