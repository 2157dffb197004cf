/**
 * A decision of the past, read from its row, and what the rules saw when it was taken. The wallet is found by undoing what
 * the decision did to it; velocity, accounts and lists are handed in as they stood at that time.
 */
import type { Account } from '../accounts/account.js';
import { spendsCoins } from '../decisions/terms.js';
import type { Outcome, Transaction, TransactionStatus } from '../decisions/transaction.js';
import type { Money } from '../kernel/money.js';
import { amountIn } from '../limits/convert-money.js';
import type { LimitRoom } from '../limits/spending-limit.js';
import type { ListIndex } from '../lists/list-index.js';
import type { RuleInput } from '../risk/rule-input.js';
import type { VelocityFacts, VelocityStates } from '../risk/velocity-entities.js';

/** Posted coins by kind, and debt. */
export type WalletNumbers = RuleInput['wallet'];

/** As much of it as velocity remembers. */
export interface RememberedDecision {
  /** Its time is the moment it was judged at. */
  readonly transaction: Transaction;
  readonly outcome: Outcome;
  /** Declined for a wrong price or a payment reference that had bought before. */
  readonly paymentRefused: boolean;
  readonly coins: number;
  readonly diamonds: number;
  /** The price of a purchase, the payout of a withdrawal. */
  readonly money: Money | null;
  /** Of the coins, those of kind bonus. */
  readonly bonusCoins: number;
}

export interface PastDecision extends RememberedDecision {
  readonly transactionId: string;
  readonly status: TransactionStatus;
  readonly score: number;
  readonly rulesetVersion: number;
  /** False when a restriction, limit, price or lack of funds refused it before any rule was asked. */
  readonly askedRules: boolean;
  /** The rules that fired then, shadow rules included. */
  readonly fired: readonly string[];
  /** Of the coins, those of kind earned; what is neither is paid. */
  readonly earnedCoins: number;
  readonly promotionId: string | null;
  /** Coins that paid a debt at once. */
  readonly repaidCoins: number;
  /** As the decision left it. */
  readonly walletAfter: WalletNumbers;
  /** As the decision left them; worked out anew each time. */
  limitsAfter(): readonly LimitRoom[];
}

/** What is known from elsewhere about the moment of a decision. */
export interface Surroundings {
  readonly account: Account;
  readonly counterparty: Account | null;
  readonly velocity: VelocityStates;
  readonly lists: ListIndex;
}

export const usdMinorOf = ({ money }: Pick<PastDecision, 'money'>): number =>
  money === null ? 0 : Number(amountIn('USD', money) ?? 0n);

/** What rules saw, put together again. */
export function ruleInputOf(past: PastDecision, around: Surroundings): RuleInput {
  const { transaction } = past;
  const { kind } = transaction;
  return {
    transaction,
    account: around.account,
    counterparty: around.counterparty,
    coins: kind === 'conversion' ? 0 : past.coins,
    bonusCoins: spendsCoins(kind) ? past.bonusCoins : 0,
    diamonds: kind === 'gift' ? 0 : past.diamonds,
    amountUsdMinor: kind === 'purchase' ? usdMinorOf(past) : 0,
    promotionId: past.promotionId,
    wallet: walletBefore(past),
    velocity: around.velocity,
    lists: around.lists,
    limits: () => limitsSeen(past),
  };
}

/** What velocity remembers of it. */
export function velocityFactsOf(past: RememberedDecision): VelocityFacts {
  const { transaction, outcome, paymentRefused } = past;
  const { kind } = transaction;
  return {
    transaction,
    outcome,
    coins: kind === 'conversion' ? 0 : past.coins,
    bonusCoins: spendsCoins(kind) ? past.bonusCoins : 0,
    diamonds: kind === 'gift' ? 0 : past.diamonds,
    // A purchase of something that is not on sale moves nothing, whatever was offered for it.
    amountUsdMinor: kind === 'purchase' && past.coins > 0 ? usdMinorOf(past) : 0,
    paymentRefused,
  };
}

/** Undoes what the decision did: declines and reservations leave posted coins alone. */
export function walletBefore(past: PastDecision): WalletNumbers {
  const { walletAfter: after, outcome, coins, bonusCoins, earnedCoins, repaidCoins } = past;
  const { kind } = past.transaction;
  const paidCoins = coins - bonusCoins - earnedCoins;
  if (outcome === 'decline') return after;
  if (spendsCoins(kind)) {
    if (outcome === 'review') return after;
    return {
      ...after,
      paid: after.paid + paidCoins,
      bonus: after.bonus + bonusCoins,
      earned: after.earned + earnedCoins,
    };
  }
  const debtCoins = after.debtCoins + repaidCoins;
  if (kind === 'purchase') {
    const repaidBonus = Math.min(repaidCoins, bonusCoins);
    const bonus = after.bonus - bonusCoins + repaidBonus;
    return { ...after, paid: after.paid - paidCoins + (repaidCoins - repaidBonus), bonus, debtCoins };
  }
  const grants = kind === 'reward' || (kind === 'conversion' && outcome === 'approve');
  return grants ? { ...after, earned: after.earned - coins + repaidCoins, debtCoins } : after;
}

/** Rules see the room as it is once the transaction counts; a declined one left no mark, so it is added. */
function limitsSeen(past: PastDecision): readonly LimitRoom[] {
  if (past.outcome !== 'decline') return past.limitsAfter();
  return past.limitsAfter().map((room) => {
    if (room.window === 'transaction') return room;
    const more = room.currency === null ? BigInt(past.coins) : inCurrency(past.money, room.currency);
    return { ...room, used: room.used + more };
  });
}

const inCurrency = (money: Money | null, currency: string): bigint =>
  money === null ? 0n : (amountIn(currency, money) ?? 0n);
