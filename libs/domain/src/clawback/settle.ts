import type { Instant } from '../kernel/time.js';
import type { JournalEntry } from '../ledger/journal.js';
import { type BookedMoney, bookMoneyBack } from './book-money-back.js';
import { type Claim, type MoneyBack, moneyBack } from './claim.js';
import { type ClawbackChange, clawbackChange } from './clawback-change.js';
import type { ClawbackPolicy, WaterfallCause } from './clawback-policy.js';
import { type CoinsDue, coinsDue } from './coins-due.js';
import type { ClawbackLine, Holdings } from './holdings.js';

export interface SettleInput {
  readonly provider: string;
  readonly currency: string;
  readonly capturedMinor: bigint;
  readonly claims: readonly Claim[];
  readonly booked: BookedMoney;
  readonly holdings: Holdings;
  readonly taken: readonly ClawbackLine[];
  readonly takenUnder: WaterfallCause | null;
  readonly policy: ClawbackPolicy;
  readonly now: Instant;
  readonly again: boolean;
}

/** What a purchase's claims ask for, and what has to be booked to get there. */
export interface Settling {
  readonly money: MoneyBack;
  readonly due: CoinsDue;
  readonly change: ClawbackChange;
  readonly moneyEntries: readonly JournalEntry[];
}

/**
 * The whole of "money back" for one purchase, from its claims alone. A preview stops here; a settlement books the result.
 */
export function settle(input: SettleInput): Settling {
  const { capturedMinor, claims, holdings, provider, currency, booked } = input;
  let grantedCoins = 0n;
  for (const lot of holdings.lots) grantedCoins += lot.granted;
  const money = moneyBack(capturedMinor, claims);
  const due = coinsDue({ capturedMinor, grantedCoins, claims });
  const change = clawbackChange({ ...input, due });
  const { refundedMinor, lostMinor, excessMinor, feeMinor } = money;
  const now: BookedMoney = { refundedMinor, lostMinor, excessMinor, feeMinor };
  return { money, due, change, moneyEntries: bookMoneyBack({ provider, currency, booked, now }) };
}
