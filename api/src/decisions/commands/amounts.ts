import type { Reason, Terms, Transaction } from '@coinwarden/domain';

/** The columns of a transaction's row that say what it moves. */
export interface Amounts {
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}

/** Nothing moves where no terms were found; what a buyer paid is known all the same. */
export function amountsOf(terms: Terms | Reason, transaction: Transaction): Amounts {
  const nothing = 'code' in terms;
  const money = nothing ? (transaction.kind === 'purchase' ? transaction.money : null) : terms.money;
  return {
    coins: nothing ? 0n : terms.coins + terms.bonusCoins,
    diamonds: nothing ? 0n : terms.diamonds,
    amountMinor: money?.amountMinor ?? null,
    currency: money?.currency ?? null,
  };
}
