import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';
import { consume, consumeHeld, grant, reserve } from '../ledger/burn.js';
import { repayWithCoins, repayWithDiamonds } from '../ledger/debt.js';
import { ECONOMY } from '../ledger/economy.js';
import {
  coinsIn,
  coinsOut,
  diamondsMove,
  type EntryKind,
  entry,
  type JournalEntry,
  moneyMove,
  type Posting,
  walletAccount,
} from '../ledger/journal.js';
import type { CoinLot, LotKind, LotShare } from '../ledger/lot.js';
import { giftMaturesAt, latestRisk } from '../ledger/risk-window.js';
import { addMaturing, type Wallet } from '../ledger/wallet.js';
import { type Effects, noEffects } from './effects.js';
import { spendsCoins, spendsDiamonds, type Terms } from './terms.js';

/** Ids the effects need; the domain makes none itself. */
export interface EffectIds {
  readonly transactionId: string;
  readonly lotId: string;
  readonly bonusLotId: string;
}

export interface PostInput {
  readonly terms: Terms;
  readonly wallet: Wallet;
  readonly recipient: Wallet | null;
  /** The coins it spends, planned in burn order; empty for kinds that spend none. */
  readonly shares: readonly LotShare[];
  readonly ids: EffectIds;
  readonly now: Instant;
}

/** What an approved transaction writes at once. An uncaptured purchase is approved but credited as held. */
export function postApproved(input: PostInput): Effects {
  const { terms, wallet, now } = input;
  if (terms.kind === 'purchase' || terms.kind === 'reward') {
    const held = !terms.captured;
    return credit(input, held ? { purpose: 'capture', expiresAt: now + ECONOMY.captureHold } : null);
  }
  if (spendsCoins(terms.kind)) return spend(input, consume(wallet, input.shares));
  return cashOut(input, wallet);
}

/** What a transaction under review reserves: coins or diamonds wait, a credit is granted but cannot be spent. */
export function postHeld(input: PostInput): Effects {
  const { terms, wallet, recipient, shares } = input;
  const expiresAt = input.now + ECONOMY.reviewHold;
  if (terms.kind === 'purchase' || terms.kind === 'reward') {
    return credit(input, { purpose: 'review', expiresAt });
  }
  const diamonds = spendsDiamonds(terms.kind) ? terms.diamonds : 0n;
  const coins = spendsCoins(terms.kind) ? terms.coins : 0n;
  return {
    ...noEffects({ ...reserve(wallet, shares), diamondsHeld: wallet.diamondsHeld + diamonds }, recipient),
    hold: { purpose: 'review', captured: true, coins, diamonds, shares, expiresAt },
  };
}

/** Grants the coins of a purchase or reward, free or held. Money is booked when it is captured, never before. */
function credit(
  input: PostInput,
  hold: { purpose: 'review' | 'capture'; expiresAt: Instant } | null,
): Effects {
  const { terms, ids, now } = input;
  const lots: CoinLot[] = [];
  const lot = (lotId: string, kind: LotKind, coins: bigint, expiresAt: Instant | null) => {
    if (coins === 0n) return;
    const { riskUntil } = terms;
    lots.push({
      lotId,
      kind,
      remaining: coins,
      held: hold ? coins : 0n,
      grantedAt: now,
      expiresAt,
      riskUntil,
    });
  };
  if (terms.kind === 'purchase') {
    lot(ids.lotId, 'paid', terms.coins, null);
    lot(ids.bonusLotId, 'bonus', terms.bonusCoins, terms.bonusExpiresAt);
  } else {
    lot(ids.lotId, 'earned', terms.coins, now + ECONOMY.rewardLifetime);
  }
  const shares = lots.map((l) => ({ lotId: l.lotId, kind: l.kind, coins: l.remaining }));
  const kind: EntryKind = terms.kind === 'purchase' ? 'purchase_credit' : 'reward';
  const entries = [entry(kind, coinsIn(terms.accountId, shares, 'coins:issued'))];
  if (terms.money !== null && terms.captured) entries.push(paymentEntry(terms));
  const granted = lots.reduce(grant, input.wallet);
  const { wallet, repaid } = hold ? { wallet: granted, repaid: null } : repayWithCoins(granted, shares, now);
  return {
    ...noEffects(wallet, input.recipient),
    entries,
    lots,
    repaid,
    hold: hold && {
      purpose: hold.purpose,
      captured: terms.captured,
      coins: terms.coins + terms.bonusCoins,
      diamonds: 0n,
      shares,
      expiresAt: hold.expiresAt,
    },
  };
}

/** The money of a purchase reaches the provider's account. */
export function paymentEntry(terms: Terms): JournalEntry {
  if (terms.money === null || terms.channel === null) throw new Error('a purchase without money');
  return paymentEntryOf(terms.money, terms.channel);
}

export const paymentEntryOf = (money: Money, channel: string): JournalEntry =>
  entry('purchase_payment', moneyMove({ from: 'sales:coins', to: `provider:${channel}`, money }));

/** Spends coins of which `wallet` is the state after; a gift gives the recipient diamonds that mature later. */
function spend(input: PostInput, wallet: Wallet): Effects {
  const { terms, shares } = input;
  const postings = coinsOut(terms.accountId, shares, `coins:spent:${terms.kind}`);
  const movements = shares.map((share) => ({ share, reason: 'spent' as const }));
  const effects = { ...noEffects(wallet, input.recipient), movements };
  if (terms.kind !== 'gift' || terms.recipientId === null || input.recipient === null) {
    return { ...effects, entries: [entry(terms.kind as EntryKind, postings)] };
  }
  const made = receiveGift(input, { recipient: input.recipient, ...terms, recipientId: terms.recipientId });
  postings.push(...made.postings);
  return { ...effects, ...made.effects, entries: [entry('gift', postings)] };
}

/** The creator's side of a gift: what does not pay a debt at once matures when the coins it was made of are out of risk. */
function receiveGift(
  { wallet: sender, shares, ids, now }: PostInput,
  gift: { accountId: string; recipientId: string; recipient: Wallet; diamonds: bigint },
): { postings: Posting[]; effects: Pick<Effects, 'recipient' | 'diamondLot' | 'repaid'> } {
  const { recipientId, diamonds } = gift;
  const lotId = ids.transactionId;
  const to = walletAccount(recipientId);
  const received = { ...gift.recipient, diamonds: gift.recipient.diamonds + diamonds };
  const { wallet, repaid } = repayWithDiamonds(received, { lotId, diamonds });
  const left = diamonds - (repaid?.diamonds ?? 0n);
  const maturesAt = giftMaturesAt(now, latestRisk(sender, shares));
  const maturing =
    left === 0n ? wallet.maturing : addMaturing(wallet.maturing, { at: maturesAt, diamonds: left }, now);
  return {
    postings: diamondsMove({ from: 'diamonds:issued', to, diamonds, lotId }),
    effects: {
      recipient: { ...wallet, maturing },
      diamondLot: {
        accountId: recipientId,
        sourceAccountId: gift.accountId,
        lotId,
        diamonds,
        repaid: diamonds - left,
        maturesAt,
      },
      repaid,
    },
  };
}

/** Gives up diamonds for coins (a conversion) or for money (a withdrawal). */
function cashOut(input: PostInput, from: Wallet): Effects {
  const { terms, ids, now } = input;
  const wallet = { ...from, diamonds: from.diamonds - terms.diamonds };
  const postings = diamondsMove({
    from: walletAccount(terms.accountId),
    to: terms.kind === 'conversion' ? 'diamonds:converted' : 'diamonds:withdrawn',
    diamonds: terms.diamonds,
    lotId: null,
  });
  const effects = { ...noEffects(wallet, input.recipient), diamondsTaken: terms.diamonds };
  if (terms.kind === 'withdrawal') {
    if (terms.money === null) throw new Error('a withdrawal without money');
    postings.push(
      ...moneyMove({ from: 'expense:payouts', to: `payable:${terms.channel}`, money: terms.money }),
    );
    return { ...effects, entries: [entry('withdrawal', postings)] };
  }
  const lot: CoinLot = {
    lotId: ids.lotId,
    kind: 'earned',
    remaining: terms.coins,
    held: 0n,
    grantedAt: now,
    expiresAt: null,
    riskUntil: null,
  };
  const share = { lotId: lot.lotId, kind: lot.kind, coins: lot.remaining };
  postings.push(...coinsIn(terms.accountId, [share], 'coins:issued'));
  const paid = repayWithCoins(grant(wallet, lot), [share], now);
  return { ...effects, ...paid, entries: [entry('conversion', postings)], lots: [lot] };
}

/** Finishes a held spend or cash-out: the same entries as an approval, out of what was reserved. */
export function postReleased(input: PostInput): Effects {
  const { terms, wallet, shares } = input;
  if (spendsCoins(terms.kind)) return spend(input, consumeHeld(wallet, shares));
  return cashOut(input, { ...wallet, diamondsHeld: wallet.diamondsHeld - terms.diamonds });
}
