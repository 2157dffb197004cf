import {
  bookClawback,
  type Claim,
  type ClawbackLine,
  coins,
  conversionTerms,
  DEFAULT_CLAWBACK_POLICY,
  diamondBalances,
  diamonds,
  type Effects,
  emptyWallet,
  endHold,
  expire,
  giftTerms,
  type Hold,
  type HoldEnd,
  type Holdings,
  type JournalEntry,
  type Judgement,
  judge,
  type Money,
  NOTHING_BOOKED,
  type Outcome,
  paymentCovers,
  postApproved,
  postHeld,
  purchaseTerms,
  type Reason,
  reasons,
  restoreCredit,
  rewardTerms,
  settle,
  type Terms,
  type TransactionStatus,
  type Wallet,
  type WaterfallCause,
} from '@coinwarden/domain';

export interface PaperPurchase {
  readonly id: string;
  readonly accountId: string;
  readonly reference: string;
  readonly price: Money;
  readonly coins: bigint;
  readonly lotIds: readonly string[];
  status: TransactionStatus;
  /** Entries that book its payment. */
  payments: number;
}

interface Transaction {
  readonly id: string;
  readonly terms: Terms;
  hold: Hold | null;
  readonly purchase: PaperPurchase | null;
  /** Once it was restored. */
  status?: TransactionStatus;
}

interface LotRecord {
  readonly accountId: string;
  readonly kind: 'paid' | 'bonus' | 'earned';
  readonly granted: bigint;
  readonly grantedAt: number;
  readonly expiresAt: number | null;
  readonly riskUntil: number | null;
  /** Lapsed or voided. */
  gone: bigint;
  readonly source: PaperPurchase | 'reward' | 'conversion';
}

interface GiftRecord {
  readonly lotId: string;
  readonly creatorId: string;
  readonly maturesAt: number;
  remaining: bigint;
  readonly of: ReadonlyMap<string, bigint>;
}

interface Settled {
  readonly claims: Map<string, Claim>;
  taken: readonly ClawbackLine[];
  takenUnder: WaterfallCause | null;
  booked: typeof NOTHING_BOOKED;
}

/**
 * The economy on paper: what the product does with purchases, their payments and what comes after, from the same domain
 * functions and without a database. Beside it stands the bank, which alone knows what was really paid.
 */
export class PaperShop {
  now = Date.UTC(2026, 0, 1);
  /** What the provider has taken, by reference: the truth that no request can change. */
  readonly bank = new Map<string, Money>();
  readonly wallets = new Map<string, Wallet>();
  readonly purchases: PaperPurchase[] = [];
  readonly lots = new Map<string, LotRecord>();
  private readonly used = new Set<string>();
  private readonly open: Transaction[] = [];
  private readonly declined: Transaction[] = [];
  /** How many that were declined stand after all. */
  restored = 0;
  private readonly gifts: GiftRecord[] = [];
  private readonly settled = new Map<string, Settled>();
  private made = 0;

  wallet = (id: string): Wallet => this.wallets.get(id) ?? emptyWallet(id);

  buy(order: {
    accountId: string;
    reference: string;
    price: Money;
    paid: Money;
    coins: bigint;
    bonus: bigint;
    captured: boolean;
    verdict: Outcome;
  }): void {
    const { accountId, reference, price, paid } = order;
    const captured = order.captured && this.hasPaid(reference, paid);
    const terms = purchaseTerms({
      accountId,
      coins: order.coins,
      bonusCoins: order.bonus,
      money: price,
      provider: 'stripe',
      captured,
      riskUntil: null,
      now: this.now,
    });
    const isUsed = this.used.has(reference);
    const refusal = isUsed
      ? reasons.referenceUsed('stripe', reference)
      : paid.amountMinor !== price.amountMinor || paid.currency !== price.currency
        ? reasons.priceMismatch(paid, price)
        : null;
    const outcome = this.decide(terms, order.verdict, { refusal, reference });
    if (!isUsed && (outcome !== 'decline' || captured)) this.used.add(reference);
  }

  spend(from: string, to: string, amount: bigint, verdict: Outcome): void {
    if (from !== to) this.decide(giftTerms(from, to, coins(amount)), verdict);
  }

  reward(accountId: string, amount: bigint, verdict: Outcome): void {
    this.decide(rewardTerms(accountId, coins(amount)), verdict);
  }

  convert(accountId: string, amount: bigint, verdict: Outcome): void {
    this.decide(conversionTerms(accountId, diamonds(amount)), verdict);
  }

  /** A person, the clock, or the platform's own call. */
  end(index: number, end: HoldEnd): void {
    const found = this.open[index % Math.max(1, this.open.length)];
    if (!found) return;
    const { purchase } = found;
    if (end === 'captured' && purchase && !this.hasPaid(purchase.reference, purchase.price)) return;
    if (end === 'expired') this.now = Math.max(this.now, found.hold?.expiresAt ?? 0);
    this.endOne(found, end);
  }

  /** An appeal against a decline is granted; as often as somebody likes. */
  restore(index: number): void {
    const found = this.declined[index % Math.max(1, this.declined.length)];
    if (!found) return;
    const { terms, hold, purchase } = found;
    this.lapse(terms.accountId);
    const claims = purchase ? [...(this.settled.get(purchase.id)?.claims.values() ?? [])] : [];
    const decided = restoreCredit({
      kind: terms.kind,
      status: found.status ?? 'declined',
      captured: hold!.captured,
      moneyWentBack: claims.some(({ reservedMinor, paidMinor }) => reservedMinor + paidMinor > 0n),
      wallet: this.wallet(terms.accountId),
      lots: hold!.shares.map(({ lotId, coins: remaining }) => ({ lotId, remaining, ...this.grantOf(lotId) })),
      now: this.now,
    });
    if (!decided.ok) return;
    this.apply(found, decided.value);
    found.status = 'posted';
    if (purchase) purchase.status = 'posted';
    this.restored += 1;
  }

  private grantOf(lotId: string) {
    const { kind, grantedAt, expiresAt, riskUntil } = this.lots.get(lotId)!;
    return { kind, grantedAt, expiresAt, riskUntil };
  }

  /** The platform takes the money before it says so; where the provider took another sum, it does not say so. */
  private hasPaid(reference: string, price: Money): boolean {
    this.take(reference, price);
    return paymentCovers(this.bank.get(reference)!, price);
  }

  take(reference: string, money: Money): void {
    if (!this.bank.has(reference)) this.bank.set(reference, money);
  }

  /** What the provider says of a payment, as often and as late as it likes. */
  notice(reference: string): void {
    const found = this.open.find(({ purchase }) => purchase?.reference === reference);
    const taken = this.bank.get(reference);
    if (!found?.purchase) return;
    if (taken === undefined) this.endOne(found, 'voided');
    else if (paymentCovers(taken, found.purchase.price)) this.endOne(found, 'captured');
  }

  /** A refund or a dispute as it stands now; it may come back to nothing. */
  claim(
    index: number,
    claim: Omit<Claim, 'reservedMinor' | 'paidMinor'>,
    percent: number,
    paid: boolean,
  ): void {
    const captured = this.purchases.filter(({ payments }) => payments > 0);
    const purchase = captured[index % Math.max(1, captured.length)];
    if (!purchase) return;
    const minor = (purchase.price.amountMinor * BigInt(percent)) / 100n;
    const state = this.settled.get(purchase.id) ?? {
      claims: new Map(),
      taken: [],
      takenUnder: null,
      booked: NOTHING_BOOKED,
    };
    this.settled.set(purchase.id, state);
    const isReserved = claim.kind === 'refund' && !paid;
    state.claims.set(claim.claimId, {
      ...claim,
      reservedMinor: isReserved ? minor : 0n,
      paidMinor: isReserved ? 0n : minor,
    });
    this.settle(purchase, state);
  }

  private decide(
    terms: Terms,
    verdict: Outcome,
    of: { refusal: Reason | null; reference: string } = { refusal: null, reference: '' },
  ): Outcome {
    this.lapse(terms.accountId);
    const wallet = this.wallet(terms.accountId);
    const judgement: Judgement = judge({
      now: this.now,
      status: 'active',
      statusBecause: null,
      excludedUntil: null,
      recipientStatus: null,
      wallet,
      terms,
      paymentRefusal: of.refusal,
      checkLimits: () => null,
      askRules: () => ({ outcome: verdict, score: 0, reasons: [] }),
    });
    if (judgement.outcome === 'decline') return 'decline';
    const id = this.id('tx');
    const ids = { transactionId: id, lotId: this.id('lot'), bonusLotId: this.id('bonus') };
    const recipient = terms.recipientId === null ? null : this.wallet(terms.recipientId);
    const post = judgement.outcome === 'approve' ? postApproved : postHeld;
    const effects = post({ terms, wallet, recipient, shares: judgement.shares, ids, now: this.now });
    const purchase = terms.kind === 'purchase' ? this.sold(id, terms, of.reference, effects) : null;
    const transaction: Transaction = { id, terms, hold: effects.hold, purchase };
    this.apply(transaction, effects);
    if (effects.hold) this.open.push(transaction);
    return judgement.outcome;
  }

  private sold(id: string, terms: Terms, reference: string, effects: Effects): PaperPurchase {
    const purchase: PaperPurchase = {
      id,
      accountId: terms.accountId,
      reference,
      price: terms.money!,
      coins: terms.coins + terms.bonusCoins,
      lotIds: effects.lots.map(({ lotId }) => lotId),
      status: effects.hold ? 'held' : 'posted',
      payments: 0,
    };
    this.purchases.push(purchase);
    return purchase;
  }

  private endOne(found: Transaction, end: HoldEnd): void {
    const { terms } = found;
    const decided = endHold({
      terms,
      hold: found.hold!,
      end,
      wallet: this.wallet(terms.accountId),
      recipient: terms.recipientId === null ? null : this.wallet(terms.recipientId),
      ids: { transactionId: found.id, lotId: this.id('lot'), bonusLotId: this.id('bonus') },
      now: this.now,
    });
    if (!decided.ok) return;
    const { effects, endedBy, hold, status } = decided.value;
    this.apply(found, effects);
    if (found.purchase) found.purchase.status = status;
    if (endedBy === null) found.hold = hold;
    else this.open.splice(this.open.indexOf(found), 1);
    if (endedBy === 'declined') this.declined.push(found);
  }

  private apply({ id, terms, purchase }: Transaction, effects: Effects): void {
    this.wallets.set(terms.accountId, effects.wallet);
    if (effects.recipient && terms.recipientId !== null)
      this.wallets.set(terms.recipientId, effects.recipient);
    const source = purchase ?? (terms.kind === 'reward' ? 'reward' : 'conversion');
    for (const { lotId, kind, remaining, grantedAt, expiresAt, riskUntil } of effects.lots) {
      const granted = {
        accountId: terms.accountId,
        kind,
        granted: remaining,
        grantedAt,
        expiresAt,
        riskUntil,
      };
      this.lots.set(lotId, { ...granted, gone: 0n, source });
    }
    for (const { share, reason } of effects.movements) {
      if (reason === 'voided') this.lots.get(share.lotId)!.gone += share.coins;
      if (reason === 'restored') this.lots.get(share.lotId)!.gone -= share.coins;
    }
    if (purchase) purchase.payments += effects.entries.filter(isPayment).length;
    if (effects.diamondLot) this.received(id, effects);
    this.takeDiamonds(terms.accountId, effects.diamondsTaken);
  }

  private received(id: string, { diamondLot, movements }: Effects): void {
    const { accountId: creatorId, maturesAt, diamonds: granted, repaid } = diamondLot!;
    const of = new Map(
      movements.filter(({ reason }) => reason === 'spent').map(({ share }) => [share.lotId, share.coins]),
    );
    this.gifts.push({ lotId: id, creatorId, maturesAt, remaining: granted - repaid, of });
  }

  /** The oldest that have matured go first. */
  private takeDiamonds(accountId: string, amount: bigint): void {
    let left = amount;
    for (const gift of this.gifts) {
      if (gift.creatorId !== accountId || gift.maturesAt > this.now) continue;
      const taken = gift.remaining < left ? gift.remaining : left;
      gift.remaining -= taken;
      left -= taken;
    }
  }

  private lapse(accountId: string): void {
    const { wallet, expired } = expire(this.wallet(accountId), this.now);
    this.wallets.set(accountId, wallet);
    for (const share of expired) this.lots.get(share.lotId)!.gone += share.coins;
  }

  private settle(purchase: PaperPurchase, state: Settled): void {
    const holdings = this.holdingsOf(purchase);
    for (const id of [purchase.accountId, ...holdings.gifts.map((gift) => gift.creatorId)])
      this.wallets.set(id, this.wallet(id));
    const settling = settle({
      provider: 'stripe',
      currency: purchase.price.currency,
      capturedMinor: purchase.price.amountMinor,
      claims: [...state.claims.values()],
      booked: state.booked,
      holdings,
      taken: state.taken,
      takenUnder: state.takenUnder,
      policy: DEFAULT_CLAWBACK_POLICY,
      now: this.now,
      again: false,
    });
    const { lines, planned } = settling.change;
    const surplusLotId = this.id('surplus');
    const booked = bookClawback({ holdings, lines, wallets: this.wallets, surplusLotId, now: this.now });
    for (const [id, wallet] of booked.wallets) this.wallets.set(id, wallet);
    for (const { lotId, diamonds: moved } of booked.diamonds) {
      this.gifts.find((gift) => gift.lotId === lotId)!.remaining -= moved;
    }
    if (booked.surplus) {
      const { kind, remaining, grantedAt, expiresAt, riskUntil } = booked.surplus;
      const granted = { kind, granted: remaining, grantedAt, expiresAt, riskUntil, gone: 0n };
      this.lots.set(surplusLotId, { ...granted, accountId: purchase.accountId, source: purchase });
    }
    state.taken = [...planned];
    state.takenUnder = planned.some((line) => line.step !== 'waived') ? settling.due.cause : null;
    state.booked = settling.money;
  }

  private holdingsOf({ id, accountId, lotIds }: PaperPurchase): Holdings {
    this.lapse(accountId);
    const wallet = this.wallet(accountId);
    const own = new Set(lotIds);
    const gifts = this.gifts.flatMap(({ lotId, creatorId, maturesAt, remaining, of }) => {
      const shares = [...of].filter(([lot]) => own.has(lot)).map(([, amount]) => amount);
      const spent = shares.reduce((sum, amount) => sum + amount, 0n);
      return spent === 0n ? [] : [{ lotId, creatorId, maturesAt, coins: spent, remaining }];
    });
    return {
      accountId,
      purchaseId: id,
      lots: lotIds.map((lotId) => {
        const { granted, gone, grantedAt, expiresAt, riskUntil, kind } = this.lots.get(lotId)!;
        const open = wallet.lots.find((lot) => lot.lotId === lotId);
        const free = open ? open.remaining - open.held : 0n;
        return {
          lotId,
          kind: kind as 'paid' | 'bonus',
          granted,
          gone,
          free,
          grantedAt,
          expiresAt,
          riskUntil,
        };
      }),
      gifts,
      freeDiamonds: new Map(
        gifts.map(({ creatorId }) => [
          creatorId,
          diamondBalances(this.wallet(creatorId), this.now).available,
        ]),
      ),
      debtCoins: wallet.debtCoins,
      mayOwe: true,
    };
  }

  private id = (what: string): string => `${what}-${String(++this.made).padStart(6, '0')}`;
}

const isPayment = ({ kind }: JournalEntry): boolean => kind === 'purchase_payment';

/** Coins of a lot that can be spent now, or were. */
export function everFree(shop: PaperShop, lotId: string): bigint {
  const { accountId, granted, gone } = shop.lots.get(lotId)!;
  const open = shop.wallet(accountId).lots.find((lot) => lot.lotId === lotId);
  return granted - gone - (open?.held ?? 0n);
}
