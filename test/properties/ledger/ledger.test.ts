import {
  coinBalances,
  coins,
  conversionTerms,
  DAY,
  type DiamondLot,
  debtAccount,
  decodeLots,
  decodeMaturing,
  diamondBalances,
  diamonds,
  ECONOMY,
  type Effects,
  emptyWallet,
  encodeLots,
  encodeMaturing,
  endHold,
  entry,
  giftTerms,
  HOUR,
  type Hold,
  type HoldEnd,
  type JournalEntry,
  type LotShare,
  planBurn,
  postApproved,
  postHeld,
  purchaseTerms,
  rewardTerms,
  type Terms,
  type Wallet,
  withdrawalTerms,
} from '@coinwarden/domain';
import fc from 'fast-check';

const START = Date.UTC(2026, 0, 1);

/** A little world of wallets with its books, driven by arbitrary steps; it checks every invariant after each. */
class World {
  readonly wallets = new Map<string, Wallet>();
  readonly open: { transactionId: string; terms: Terms; hold: Hold }[] = [];
  readonly balances = new Map<string, bigint>();
  now = START;
  private sequence = 0;
  readonly diamondLots: DiamondLot[] = [];
  readonly diamondsTaken = new Map<string, bigint>();
  purchased = 0n;
  rewarded = 0n;

  wallet(id: string): Wallet {
    return this.wallets.get(id) ?? emptyWallet(id);
  }

  available(terms: Terms): LotShare[] | null {
    const wallet = this.wallet(terms.accountId);
    if (terms.kind === 'gift') return planBurn(wallet, terms.coins, this.now);
    if (terms.kind === 'conversion' || terms.kind === 'withdrawal') {
      return diamondBalances(wallet, this.now).available >= terms.diamonds ? [] : null;
    }
    return [];
  }

  decide(terms: Terms, review: boolean): void {
    const shares = this.available(terms);
    if (shares === null) return;
    const transactionId = this.nextId();
    const effects = (review ? postHeld : postApproved)({ ...this.inputs(terms, transactionId), shares });
    this.apply(terms, effects);
    if (effects.hold) this.open.push({ transactionId, terms, hold: effects.hold });
  }

  end(index: number, end: HoldEnd): void {
    const found = this.open[index % Math.max(1, this.open.length)];
    if (!found) return;
    if (end === 'expired') this.now = Math.max(this.now, found.hold.expiresAt);
    const decided = endHold({ ...this.inputs(found.terms, found.transactionId), hold: found.hold, end });
    if (!decided.ok) return;
    const { effects, endedBy, hold } = decided.value;
    this.apply(found.terms, effects);
    if (endedBy !== null) this.open.splice(this.open.indexOf(found), 1);
    else if (hold) found.hold = hold;
  }

  /** As a clawback leaves it: coins were taken back that are gone. */
  owe(accountId: string, coins: bigint): void {
    const wallet = this.wallet(accountId);
    this.wallets.set(accountId, { ...wallet, debtCoins: wallet.debtCoins + coins });
    this.book(
      entry('clawback', [
        { account: debtAccount(accountId), unit: 'COIN', amount: -coins, lotId: null },
        { account: 'coins:clawed', unit: 'COIN', amount: coins, lotId: null },
      ]),
    );
  }

  check(): void {
    for (const [id, wallet] of this.wallets) {
      const posted = wallet.lots.reduce((sum, lot) => sum + lot.remaining, 0n);
      expect(this.balances.get(`wallet:${id} COIN`) ?? 0n).toBe(posted);
      expect(this.balances.get(`wallet:${id} DIAMOND`) ?? 0n).toBe(wallet.diamonds);
      expect(this.balances.get(`debt:${id} COIN`) ?? 0n).toBe(-wallet.debtCoins);
      expect(wallet.debtCoins).toBeGreaterThanOrEqual(0n);
      this.checkDiamondLots(id, wallet);
      const held = this.open
        .filter((o) => o.terms.accountId === id)
        .reduce((sum, o) => sum + o.hold.coins, 0n);
      expect(coinBalances(wallet, START).held).toBe(held);
      expect(coinBalances(wallet, this.now).available).toBeGreaterThanOrEqual(0n);
      expect(diamondBalances(wallet, this.now).available).toBeGreaterThanOrEqual(0n);
      expect(decodeLots(encodeLots(wallet.lots))).toEqual(wallet.lots);
      expect(decodeMaturing(encodeMaturing(wallet.maturing))).toEqual(wallet.maturing);
    }
  }

  /** Coins and diamonds people own together: never more than what came in by purchase and reward. */
  ownedValue(): bigint {
    let value = 0n;
    for (const wallet of this.wallets.values()) {
      value += wallet.lots.reduce((sum, lot) => sum + lot.remaining, 0n) + wallet.diamonds;
    }
    return value;
  }

  /** Every diamond is in the lot of a gift or was taken; those that wait do so until their lot matures. */
  private checkDiamondLots(id: string, wallet: Wallet): void {
    const lots = this.diamondLots.filter((lot) => lot.accountId === id);
    const left = lots.reduce((sum, lot) => sum + lot.diamonds - lot.repaid, 0n);
    expect(wallet.diamonds).toBe(left - (this.diamondsTaken.get(id) ?? 0n));
    const waiting = new Map<number, bigint>();
    for (const { maturesAt, diamonds, repaid } of lots) {
      if (maturesAt <= this.now || diamonds === repaid) continue;
      waiting.set(maturesAt, (waiting.get(maturesAt) ?? 0n) + diamonds - repaid);
    }
    const open = wallet.maturing.filter(({ at }) => at > this.now);
    expect(new Map(open.map(({ at, diamonds }) => [at, diamonds]))).toEqual(waiting);
  }

  private inputs(terms: Terms, transactionId: string) {
    return {
      terms,
      wallet: this.wallet(terms.accountId),
      recipient: terms.recipientId === null ? null : this.wallet(terms.recipientId),
      ids: { transactionId, lotId: this.nextId(), bonusLotId: this.nextId() },
      now: this.now,
    };
  }

  private apply(terms: Terms, effects: Effects): void {
    this.wallets.set(terms.accountId, effects.wallet);
    if (effects.recipient && terms.recipientId) this.wallets.set(terms.recipientId, effects.recipient);
    if (effects.diamondLot) this.diamondLots.push(effects.diamondLot);
    const taken = this.diamondsTaken.get(terms.accountId) ?? 0n;
    this.diamondsTaken.set(terms.accountId, taken + effects.diamondsTaken);
    for (const made of effects.entries) {
      this.book(made);
      if (made.kind === 'purchase_credit') this.purchased += terms.coins + terms.bonusCoins;
      if (made.kind === 'reward') this.rewarded += terms.coins;
    }
    const { repaid } = effects;
    if (repaid === null) return;
    this.book(repaid.entry);
    expect(this.wallet(repaid.accountId).debtCoins).toBe(repaid.debtLeft);
    expect(repaid.coins).toBeGreaterThan(0n);
    const paid = repaid.shares.reduce((sum, share) => sum + share.coins, 0n);
    expect(paid + repaid.diamonds / ECONOMY.diamondsPerCoinConverted).toBe(repaid.coins);
  }

  private book(made: JournalEntry): void {
    const units = new Map<string, bigint>();
    for (const { account, unit, amount } of made.postings) {
      units.set(unit, (units.get(unit) ?? 0n) + amount);
      const key = `${account} ${unit}`;
      this.balances.set(key, (this.balances.get(key) ?? 0n) + amount);
    }
    for (const sum of units.values()) expect(sum).toBe(0n);
  }

  private nextId(): string {
    return `00000000-0000-7000-8000-${String(++this.sequence).padStart(12, '0')}`;
  }
}

const account = fc.constantFrom('ada', 'ben', 'cho');
const amount = fc.integer({ min: 1, max: 500 });

const terms = fc.oneof(
  fc
    .record({ accountId: account, paid: amount, bonus: fc.nat(50), captured: fc.boolean(), risk: fc.nat(40) })
    .map(
      ({ accountId, paid, bonus, captured, risk }) =>
        (now: number) =>
          purchaseTerms({
            accountId,
            coins: BigInt(paid),
            bonusCoins: BigInt(bonus),
            money: { amountMinor: BigInt(paid), currency: 'USD' },
            provider: 'stripe',
            captured,
            riskUntil: risk === 0 ? null : now + risk * DAY,
            now,
          }),
    ),
  fc
    .record({ from: account, to: account, sent: amount })
    .filter(({ from, to }) => from !== to)
    .map(
      ({ from, to, sent }) =>
        () =>
          giftTerms(from, to, coins(sent)),
    ),
  fc.record({ accountId: account, given: amount }).map(
    ({ accountId, given }) =>
      () =>
        rewardTerms(accountId, coins(given)),
  ),
  fc.record({ accountId: account, spent: fc.integer({ min: 2, max: 300 }) }).map(
    ({ accountId, spent }) =>
      () =>
        conversionTerms(accountId, diamonds(spent)),
  ),
  fc.record({ accountId: account, spent: fc.integer({ min: 2, max: 300 }) }).map(
    ({ accountId, spent }) =>
      () =>
        withdrawalTerms(accountId, diamonds(spent), 'bank'),
  ),
);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ terms, review: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      index: fc.nat(20),
      end: fc.constantFrom<HoldEnd>('released', 'captured', 'declined', 'voided', 'expired'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ debtor: account, owed: amount }) },
  { weight: 1, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 300 }) }) },
);

describe('the ledger', () => {
  it('balances, never overdraws and ends every hold once, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        for (const s of steps) {
          if ('hours' in s) world.now += s.hours * HOUR;
          else if ('end' in s) world.end(s.index, s.end);
          else if ('debtor' in s) world.owe(s.debtor, BigInt(s.owed));
          else world.decide(s.terms(world.now), s.review);
          world.check();
          expect(world.ownedValue()).toBeLessThanOrEqual(world.purchased + world.rewarded);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('frees every coin and diamond once all holds have ended', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.constantFrom<HoldEnd>('released', 'declined', 'expired'),
        (steps, end) => {
          const world = new World();
          for (const s of steps) if ('terms' in s) world.decide(s.terms(world.now), s.review);
          for (let round = 0; world.open.length > 0 && round < 200; round++) {
            world.end(round, round > 100 ? 'expired' : end);
            world.check();
          }
          expect(world.open).toHaveLength(0);
          for (const wallet of world.wallets.values()) {
            expect(coinBalances(wallet, START).held).toBe(0n);
            expect(wallet.diamondsHeld).toBe(0n);
          }
        },
      ),
    );
  });
});
