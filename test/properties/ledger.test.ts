import {
  coinBalances,
  coins,
  conversionTerms,
  decodeLots,
  decodeMaturing,
  diamondBalances,
  diamonds,
  type Effects,
  emptyWallet,
  encodeLots,
  encodeMaturing,
  endHold,
  giftTerms,
  HOUR,
  type Hold,
  type HoldEnd,
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

  check(): void {
    for (const [id, wallet] of this.wallets) {
      const posted = wallet.lots.reduce((sum, lot) => sum + lot.remaining, 0n);
      expect(this.balances.get(`wallet:${id} COIN`) ?? 0n).toBe(posted);
      expect(this.balances.get(`wallet:${id} DIAMOND`) ?? 0n).toBe(wallet.diamonds);
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
    for (const entry of effects.entries) {
      const units = new Map<string, bigint>();
      for (const { account, unit, amount } of entry.postings) {
        units.set(unit, (units.get(unit) ?? 0n) + amount);
        const key = `${account} ${unit}`;
        this.balances.set(key, (this.balances.get(key) ?? 0n) + amount);
      }
      for (const sum of units.values()) expect(sum).toBe(0n);
      if (entry.kind === 'purchase_credit') this.purchased += terms.coins + terms.bonusCoins;
      if (entry.kind === 'reward') this.rewarded += terms.coins;
    }
  }

  private nextId(): string {
    return `00000000-0000-7000-8000-${String(++this.sequence).padStart(12, '0')}`;
  }
}

const account = fc.constantFrom('ada', 'ben', 'cho');
const amount = fc.integer({ min: 1, max: 500 });

const terms = fc.oneof(
  fc.record({ accountId: account, paid: amount, bonus: fc.nat(50), captured: fc.boolean() }).map(
    ({ accountId, paid, bonus, captured }) =>
      (now: number) =>
        purchaseTerms({
          accountId,
          coins: BigInt(paid),
          bonusCoins: BigInt(bonus),
          money: { amountMinor: BigInt(paid), currency: 'USD' },
          provider: 'stripe',
          captured,
          riskUntil: null,
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
