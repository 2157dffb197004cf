import type { Instant } from '../kernel/time.js';
import { type CoinLot, hasExpired } from './lot.js';

/** Diamonds that wait until `at` before they can be withdrawn or converted. */
export interface Maturing {
  readonly at: Instant;
  readonly diamonds: bigint;
}

/**
 * What an account owns, as one immutable value: the projection of its ledger entries that decisions are taken on.
 * Balances are never stored beside the lots they follow from; available = posted − held ≥ 0.
 */
export interface Wallet {
  readonly accountId: string;
  /** Open lots in burn order. */
  readonly lots: readonly CoinLot[];
  /** Posted diamonds, of which `diamondsHeld` wait for a withdrawal's release and `maturing` for their time. */
  readonly diamonds: bigint;
  readonly diamondsHeld: bigint;
  readonly maturing: readonly Maturing[];
  readonly debtCoins: bigint;
}

export const emptyWallet = (accountId: string): Wallet => ({
  accountId,
  lots: [],
  diamonds: 0n,
  diamondsHeld: 0n,
  maturing: [],
  debtCoins: 0n,
});

export interface CoinBalances {
  readonly paid: bigint;
  readonly bonus: bigint;
  readonly earned: bigint;
  readonly held: bigint;
  readonly available: bigint;
}

/** Posted coins by kind, what is reserved, and what can be spent at `now`; coins that have lapsed count nowhere. */
export function coinBalances(wallet: Wallet, now: Instant): CoinBalances {
  const sums = { paid: 0n, bonus: 0n, earned: 0n };
  let held = 0n;
  for (const lot of wallet.lots) {
    sums[lot.kind] += hasExpired(lot, now) ? lot.held : lot.remaining;
    held += lot.held;
  }
  return { held, available: sums.paid + sums.bonus + sums.earned - held, ...sums };
}

/** Posted coins by kind as the entries say, expired or not: what the database keeps beside the lots. */
export function postedCoins(wallet: Wallet): { paid: bigint; bonus: bigint; earned: bigint; held: bigint } {
  const sums = { paid: 0n, bonus: 0n, earned: 0n, held: 0n };
  for (const lot of wallet.lots) {
    sums[lot.kind] += lot.remaining;
    sums.held += lot.held;
  }
  return sums;
}

/** Diamonds that can be withdrawn or converted at `now`, and those that cannot yet. */
export function diamondBalances(wallet: Wallet, now: Instant): { available: bigint; held: bigint } {
  let held = wallet.diamondsHeld;
  for (const m of wallet.maturing) if (m.at > now) held += m.diamonds;
  return { available: wallet.diamonds - held, held };
}

/** Adds diamonds that mature at `at`. Steps that have passed by `now` are dropped: they are simply available. */
export function addMaturing(
  maturing: readonly Maturing[],
  added: Maturing,
  now: Instant,
): readonly Maturing[] {
  const open = maturing.filter((m) => m.at > now && m.at !== added.at);
  const same = maturing.find((m) => m.at === added.at && m.at > now);
  const step = { at: added.at, diamonds: added.diamonds + (same?.diamonds ?? 0n) };
  const next = open.findIndex((m) => m.at > step.at);
  return next < 0 ? [...open, step] : [...open.slice(0, next), step, ...open.slice(next)];
}

/** Takes diamonds out of the step they wait in. */
export function takeMaturing(maturing: readonly Maturing[], taken: Maturing): readonly Maturing[] {
  const step = maturing.find((m) => m.at === taken.at);
  if (!step || step.diamonds < taken.diamonds) {
    throw new Error(`${step?.diamonds ?? 0n} diamonds mature then, ${taken.diamonds} are to be taken`);
  }
  const left = step.diamonds - taken.diamonds;
  return left === 0n
    ? maturing.filter((m) => m !== step)
    : maturing.map((m) => (m === step ? { ...m, diamonds: left } : m));
}
