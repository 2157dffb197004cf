import type { TransactionRequest } from '@coinwarden/contracts';

interface Purse {
  free: number;
  paid: number;
  /** Reward and bonus coins ever taken; null before the first. */
  got: number | null;
}

/** The demo's welcome bonus. */
const BONUS_SHARE = 0.2;

/** What kind of coins accounts own, if everything were approved: bonus and earned coins are spent before paid ones. */
export class Purses {
  readonly #purses = new Map<string, Purse>();

  constructor(private readonly coinsOf: (id: string) => number) {}

  /** Answers how many of the coins of a gift nobody paid for. */
  take(tx: TransactionRequest): number {
    const purse = this.#of(tx.accountId);
    switch (tx.kind) {
      case 'purchase':
        purse.paid += this.coinsOf(tx.packageId);
        if (tx.promotionCode) this.#give(purse, Math.floor(this.coinsOf(tx.packageId) * BONUS_SHARE));
        return 0;
      case 'reward':
        this.#give(purse, tx.coins);
        return 0;
      case 'conversion':
        purse.free += Math.floor(tx.diamonds / 2);
        return 0;
      case 'withdrawal':
        return 0;
      default: {
        const coins = tx.kind === 'gift' ? this.coinsOf(tx.giftId) * tx.quantity : tx.coins;
        const free = Math.min(purse.free, coins);
        purse.free -= free;
        purse.paid = Math.max(0, purse.paid - (coins - free));
        return free;
      }
    }
  }

  freeGot = (accountId: string): number | null => this.#purses.get(accountId)?.got ?? null;

  #give(purse: Purse, coins: number): void {
    purse.free += coins;
    purse.got = (purse.got ?? 0) + coins;
  }

  #of(accountId: string): Purse {
    const purse = this.#purses.get(accountId) ?? { free: 0, paid: 0, got: null };
    this.#purses.set(accountId, purse);
    return purse;
  }
}
