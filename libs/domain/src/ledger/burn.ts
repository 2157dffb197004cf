import type { Instant } from '../kernel/time.js';
import { burnOrder, type CoinLot, hasExpired, type LotShare } from './lot.js';
import type { Wallet } from './wallet.js';

/**
 * The things that can happen to lots. Each keeps 0 ≤ held ≤ remaining, so a wallet can neither be overdrawn nor
 * spend a reserved coin; breaking that is a bug and throws.
 */

/** The lots `amount` coins would come from in burn order, or null when fewer are available. */
export function planBurn(wallet: Wallet, amount: bigint, now: Instant): LotShare[] | null {
  const shares: LotShare[] = [];
  let missing = amount;
  for (const lot of wallet.lots) {
    if (missing === 0n) break;
    if (hasExpired(lot, now)) continue;
    const free = lot.remaining - lot.held;
    if (free === 0n) continue;
    const coins = free < missing ? free : missing;
    shares.push({ lotId: lot.lotId, kind: lot.kind, coins });
    missing -= coins;
  }
  return missing === 0n ? shares : null;
}

/** Spends free coins. */
export const consume = (wallet: Wallet, shares: readonly LotShare[]): Wallet =>
  change(wallet, shares, (lot, coins) => ({ ...lot, remaining: lot.remaining - coins }));

/** Reserves free coins. */
export const reserve = (wallet: Wallet, shares: readonly LotShare[]): Wallet =>
  change(wallet, shares, (lot, coins) => ({ ...lot, held: lot.held + coins }));

/** Gives reserved coins back. */
export const unreserve = (wallet: Wallet, shares: readonly LotShare[]): Wallet =>
  change(wallet, shares, (lot, coins) => ({ ...lot, held: lot.held - coins }));

/** Spends (or takes back) reserved coins. */
export const consumeHeld = (wallet: Wallet, shares: readonly LotShare[]): Wallet =>
  change(wallet, shares, (lot, coins) => ({
    ...lot,
    remaining: lot.remaining - coins,
    held: lot.held - coins,
  }));

/** Adds a lot at its place in the burn order. */
export function grant(wallet: Wallet, lot: CoinLot): Wallet {
  assertSound(lot);
  const after = wallet.lots.findIndex((other) => burnOrder(lot, other) < 0);
  const lots =
    after < 0 ? [...wallet.lots, lot] : [...wallet.lots.slice(0, after), lot, ...wallet.lots.slice(after)];
  return { ...wallet, lots };
}

/** Puts coins back into the lot they were taken from; opens it again at its place when nothing of it was left. */
export function giveBack(wallet: Wallet, { lotId, kind, coins }: LotShare, of: Granted): Wallet {
  if (!wallet.lots.some((lot) => lot.lotId === lotId)) {
    const { grantedAt, expiresAt, riskUntil } = of;
    return grant(wallet, { lotId, kind, remaining: coins, held: 0n, grantedAt, expiresAt, riskUntil });
  }
  const lots = wallet.lots.map((lot) =>
    lot.lotId === lotId ? { ...lot, remaining: lot.remaining + coins } : lot,
  );
  return { ...wallet, lots };
}

type Granted = Pick<CoinLot, 'grantedAt' | 'expiresAt' | 'riskUntil'>;

/** Takes out what has lapsed by `now`. Reserved coins stay: they end with their hold and lapse after it. */
export function expire(wallet: Wallet, now: Instant): { wallet: Wallet; expired: LotShare[] } {
  const expired: LotShare[] = [];
  for (const lot of wallet.lots) {
    const free = lot.remaining - lot.held;
    if (free > 0n && hasExpired(lot, now)) expired.push({ lotId: lot.lotId, kind: lot.kind, coins: free });
  }
  return expired.length === 0 ? { wallet, expired } : { wallet: consume(wallet, expired), expired };
}

function change(
  wallet: Wallet,
  shares: readonly LotShare[],
  apply: (lot: CoinLot, coins: bigint) => CoinLot,
): Wallet {
  const lots: CoinLot[] = [];
  let left = shares.length;
  for (const lot of wallet.lots) {
    const share = left > 0 ? shares.find((s) => s.lotId === lot.lotId) : undefined;
    if (share === undefined) {
      lots.push(lot);
      continue;
    }
    left--;
    const changed = apply(lot, share.coins);
    assertSound(changed);
    if (changed.remaining > 0n) lots.push(changed);
  }
  if (left !== 0) throw new Error(`wallet ${wallet.accountId} lacks ${left} of the lots to change`);
  return { ...wallet, lots };
}

function assertSound(lot: CoinLot): void {
  if (lot.held < 0n || lot.remaining < lot.held) {
    throw new Error(`lot ${lot.lotId} would have ${lot.remaining} coins with ${lot.held} held`);
  }
}
