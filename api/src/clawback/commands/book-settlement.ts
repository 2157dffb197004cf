import {
  type BookedClawback,
  bookClawback,
  type JournalEntry,
  paymentEntryOf,
  type Wallet,
} from '@coinwarden/domain';
import { Books, type WalletRecord, writeBooks, writeWallets } from '../../ledger/ledger.public.js';
import { idAt } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { announce } from '../../platform/outbox/outbox.js';
import { readSettlement, writeSettlement } from '../persistence/settlements.store.js';
import type { ReadSettling } from './read-settling.js';

interface Booking {
  readonly read: ReadSettling;
  readonly wallets: ReadonlyMap<string, WalletRecord>;
  readonly settlementId: string;
}

/** Writes what was decided: entries, movements, wallets and the purchase's booked state. False when nothing changes. */
export async function bookSettlement(tx: Tx, booking: Booking): Promise<boolean> {
  const { read, wallets, settlementId } = booking;
  const { settling, holdings, request } = read;
  const { purchase, at } = request;
  const booked = bookClawback({
    holdings,
    lines: settling.change.lines,
    wallets: new Map([...wallets].map(([id, record]) => [id, record.wallet])),
    surplusLotId: idAt(at),
    now: at,
  });
  const entries = [...moneyEntries(read), ...booked.entries];
  const before = await readSettlement(tx, purchase);
  const reservedMoved = (before?.reservedMinor ?? 0n) !== settling.money.reservedMinor;
  if (entries.length === 0 && settling.change.lines.length === 0 && !reservedMoved) return false;

  const moved = [...booked.wallets.values()].map((one) => {
    const { usage, velocity } = wallets.get(one.accountId)!;
    return { wallet: one, usage, velocity };
  });
  const takenCoins = settling.change.planned
    .filter((line) => line.step !== 'waived')
    .reduce((sum, line) => sum + line.coins, 0n);
  const settlement = {
    purchase,
    settlementId,
    claimId: request.claim?.claimId ?? null,
    currency: purchase.money.currency,
    capturedMinor: purchase.capturedMinor,
    money: settling.money,
    paymentBooked: read.paymentBooked || settling.moneyEntries.length > 0,
    takenCoins,
    takenUnder: takenCoins === 0n ? null : settling.due.cause,
    policyVersion: request.live.version,
    lines: settling.change.lines,
    at,
  };
  await Promise.all([
    ...writeBooks(tx, booksOf(booking, entries, booked)),
    writeWallets(tx, moved),
    announceDebt(tx, booking, booked.wallets.get(purchase.accountId)!),
    writeSettlement(tx, settlement),
  ]);
  return true;
}

/** Only the buyer ever owes; what the purchase took or gave back may have changed it. */
async function announceDebt(tx: Tx, { read, wallets }: Booking, { debtCoins }: Wallet): Promise<void> {
  const { accountId, purchaseId } = read.request.purchase;
  const change = Number(debtCoins - wallets.get(accountId)!.wallet.debtCoins);
  if (change === 0) return;
  const why = change > 0 ? 'clawback' : 'reinstatement';
  const told = { accountId, transactionId: purchaseId, why, change, debtCoins: Number(debtCoins) } as const;
  await announce(tx, 'debt.changed', { changes: [told] });
}

/** Money of a purchase that was declined came in without being booked; it is before it goes back. */
function moneyEntries({ settling, paymentBooked, request }: ReadSettling): readonly JournalEntry[] {
  if (settling.moneyEntries.length === 0 || paymentBooked) return settling.moneyEntries;
  const { money, provider } = request.purchase;
  return [paymentEntryOf(money, provider), ...settling.moneyEntries];
}

function booksOf(
  { read, settlementId }: Booking,
  entries: readonly JournalEntry[],
  booked: BookedClawback,
): Books {
  const { purchase, at } = read.request;
  const of = { accountId: purchase.accountId, transactionId: settlementId };
  const books = new Books();
  for (const [entryNo, entry] of entries.entries()) {
    books.entries.push({ ...of, entryNo, postedAt: at, entry });
  }
  for (const share of booked.clawed) books.movements.push({ ...of, entryNo: 0, share, reason: 'clawed' });
  for (const share of booked.reinstated) {
    books.movements.push({ ...of, entryNo: 0, share, reason: 'reinstated' });
  }
  if (booked.surplus) books.lots.push({ ...of, lot: booked.surplus });
  for (const change of booked.diamonds) books.diamondChanges.push({ ...change, transactionId: settlementId });
  return books;
}
