import { entry, type JournalEntry, moneyMove } from '../ledger/journal.js';
import type { MoneyBack } from './claim.js';

/** What of a purchase's money has been booked as gone. */
export type BookedMoney = Omit<MoneyBack, 'reservedMinor'>;

export const NOTHING_BOOKED: BookedMoney = {
  refundedMinor: 0n,
  lostMinor: 0n,
  excessMinor: 0n,
  feeMinor: 0n,
};

const ACCOUNTS = {
  refundedMinor: { kind: 'refund_payment', account: 'sales:coins' },
  lostMinor: { kind: 'dispute_loss', account: 'losses:disputes' },
  excessMinor: { kind: 'dispute_excess', account: 'receivable:providers' },
  feeMinor: { kind: 'dispute_fee', account: 'expense:dispute_fees' },
} as const;

/** The entries from what is booked to what is true. Money leaves the provider's account, or comes back to it. */
export function bookMoneyBack(args: {
  provider: string;
  currency: string;
  booked: BookedMoney;
  now: BookedMoney;
}): JournalEntry[] {
  const { provider, currency, booked, now } = args;
  const entries: JournalEntry[] = [];
  for (const field of Object.keys(ACCOUNTS) as (keyof BookedMoney)[]) {
    const change = now[field] - booked[field];
    if (change === 0n) continue;
    const { kind, account } = ACCOUNTS[field];
    const ours = `provider:${provider}`;
    const [from, to] = change > 0n ? [ours, account] : [account, ours];
    const amountMinor = change > 0n ? change : -change;
    entries.push(entry(kind, moneyMove({ from, to, money: { amountMinor, currency } })));
  }
  return entries;
}
