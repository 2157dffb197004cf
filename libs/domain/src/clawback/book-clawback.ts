import { coins as coinsOfNumber } from '../kernel/coins.js';
import type { Instant } from '../kernel/time.js';
import { consume, giveBack, grant } from '../ledger/burn.js';
import { diamondsForGift } from '../ledger/economy.js';
import {
  coinsIn,
  coinsOut,
  debtAccount,
  diamondsMove,
  entry,
  type JournalEntry,
  type Posting,
  walletAccount,
} from '../ledger/journal.js';
import type { CoinLot, LotShare } from '../ledger/lot.js';
import { addMaturing, takeMaturing, type Wallet } from '../ledger/wallet.js';
import type { ClawbackLine, GiftedDiamonds, Holdings, PurchaseLot } from './holdings.js';

export interface BookInput {
  readonly holdings: Holdings;
  readonly lines: readonly ClawbackLine[];
  /** Of every holder that the lines name, as locked. */
  readonly wallets: ReadonlyMap<string, Wallet>;
  /** For coins given back that had paid a debt meanwhile. */
  readonly surplusLotId: string;
  readonly now: Instant;
}

export interface DiamondChange {
  readonly accountId: string;
  readonly lotId: string;
  readonly maturesAt: Instant;
  /** Taken when positive, given back when negative. */
  readonly diamonds: bigint;
}

export interface BookedClawback {
  readonly wallets: ReadonlyMap<string, Wallet>;
  readonly entries: readonly JournalEntry[];
  readonly clawed: readonly LotShare[];
  readonly reinstated: readonly LotShare[];
  readonly diamonds: readonly DiamondChange[];
  /** Coins given back that no longer have the lot they came from. */
  readonly surplus: CoinLot | null;
}

/** `coins:clawed` receives what is taken in coins, whoever pays it: the account, its debt or the house. */
const CLAWED = 'coins:clawed';

/** What the change moves: one entry for what is taken, one for what is given back. Pure; the caller holds the locks. */
export function bookClawback(input: BookInput): BookedClawback {
  const booking = new Booking(input);
  for (const line of input.lines) booking.add(line);
  return booking.result();
}

class Booking {
  private readonly wallets: Map<string, Wallet>;
  private readonly gifts: ReadonlyMap<string, GiftedDiamonds>;
  private readonly postings = { clawback: [] as Posting[], reinstatement: [] as Posting[] };
  private readonly clawed: LotShare[] = [];
  private readonly reinstated: LotShare[] = [];
  private readonly diamonds: DiamondChange[] = [];
  private surplus: CoinLot | null = null;

  constructor(private readonly input: BookInput) {
    this.wallets = new Map(input.wallets);
    this.gifts = new Map(input.holdings.gifts.map((gift) => [gift.lotId, gift]));
  }

  add(line: ClawbackLine): void {
    const { step } = line;
    if (step === 'unspent' || step === 'bonus') this.moveCoins(line, this.lotOf(line));
    if (step === 'diamonds') this.moveDiamonds(line, this.giftOf(line));
    if (step === 'debt') this.moveDebt(line);
    // Lapsed and waived coins move nothing: they only count.
    if (step === 'write_off') this.post(line.coins, { from: 'coins:written_off', to: CLAWED });
  }

  result(): BookedClawback {
    const { wallets, clawed, reinstated, diamonds, surplus } = this;
    const entries: JournalEntry[] = [];
    for (const kind of ['clawback', 'reinstatement'] as const) {
      if (this.postings[kind].length > 0) entries.push(entry(kind, this.postings[kind]));
    }
    return { wallets, entries, clawed, reinstated, diamonds, surplus };
  }

  private moveCoins({ coins, holderId }: ClawbackLine, lot: PurchaseLot): void {
    const share = { lotId: lot.lotId, kind: lot.kind, coins: coins < 0n ? -coins : coins };
    const wallet = this.wallets.get(holderId)!;
    if (coins > 0n) {
      this.wallets.set(holderId, consume(wallet, [share]));
      this.clawed.push(share);
      this.postings.clawback.push(...coinsOut(holderId, [share], CLAWED));
    } else {
      this.wallets.set(holderId, giveBack(wallet, share, lot));
      this.reinstated.push(share);
      this.postings.reinstatement.push(...coinsIn(holderId, [share], CLAWED));
    }
  }

  private moveDiamonds({ coins, holderId, lotId }: ClawbackLine, gift: GiftedDiamonds): void {
    const taken = coins > 0n;
    const diamonds = diamondsForGift(coinsOfNumber(taken ? coins : -coins));
    const wallet = this.wallets.get(holderId)!;
    const { maturing } = wallet;
    const { now } = this.input;
    const step = { at: gift.maturesAt, diamonds };
    const matured = gift.maturesAt <= now;
    this.wallets.set(holderId, {
      ...wallet,
      diamonds: wallet.diamonds + (taken ? -diamonds : diamonds),
      maturing: matured ? maturing : taken ? takeMaturing(maturing, step) : addMaturing(maturing, step, now),
    });
    const signed = taken ? diamonds : -diamonds;
    this.diamonds.push({ accountId: holderId, lotId: lotId!, maturesAt: gift.maturesAt, diamonds: signed });
    const accounts = [walletAccount(holderId), 'diamonds:clawed'] as const;
    const [from, to] = taken ? accounts : ([accounts[1], accounts[0]] as const);
    this.postings[taken ? 'clawback' : 'reinstatement'].push(...diamondsMove({ from, to, diamonds, lotId }));
  }

  /** A debt that has been paid meanwhile comes back as coins. */
  private moveDebt({ coins, holderId }: ClawbackLine): void {
    const wallet = this.wallets.get(holderId)!;
    const change = coins < -wallet.debtCoins ? -wallet.debtCoins : coins;
    if (change !== 0n) this.post(change, { from: debtAccount(holderId), to: CLAWED });
    const paid = change - coins;
    const after = { ...wallet, debtCoins: wallet.debtCoins + change };
    this.wallets.set(holderId, paid > 0n ? grant(after, this.giveSurplus(holderId, paid)) : after);
  }

  private giveSurplus(holderId: string, coins: bigint): CoinLot {
    const { surplusLotId: lotId, now: grantedAt } = this.input;
    this.surplus = {
      lotId,
      kind: 'paid',
      remaining: coins,
      held: 0n,
      grantedAt,
      expiresAt: null,
      riskUntil: null,
    };
    this.postings.reinstatement.push(...coinsIn(holderId, [{ lotId, kind: 'paid', coins }], CLAWED));
    return this.surplus;
  }

  /** Moves coins between accounts of the house; a negative amount goes the other way, as a reinstatement. */
  private post(coins: bigint, { from, to }: { from: string; to: string }): void {
    this.postings[coins > 0n ? 'clawback' : 'reinstatement'].push(
      { account: from, unit: 'COIN', amount: -coins, lotId: null },
      { account: to, unit: 'COIN', amount: coins, lotId: null },
    );
  }

  private lotOf({ lotId }: ClawbackLine): PurchaseLot {
    const lot = this.input.holdings.lots.find((one) => one.lotId === lotId);
    if (!lot) throw new Error(`the purchase has no lot ${lotId}`);
    return lot;
  }

  private giftOf({ lotId }: ClawbackLine): GiftedDiamonds {
    const gift = this.gifts.get(lotId!);
    if (!gift) throw new Error(`the purchase has no gift ${lotId}`);
    return gift;
  }
}
