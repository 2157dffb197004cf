import {
  bookClawback,
  type Claim,
  type ClawbackLine,
  type CoinLot,
  DEFAULT_CLAWBACK_POLICY,
  emptyWallet,
  type GiftedDiamonds,
  grant,
  type Holdings,
  lineKey,
  NOTHING_BOOKED,
  type Settling,
  settle,
  type Wallet,
  type WaterfallCause,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const NOW = 1_000_000_000;
const BUYER = 'buyer';
const CAPTURED = 999n;

interface World {
  readonly holdings: Holdings;
  readonly wallets: ReadonlyMap<string, Wallet>;
}

/** A purchase of 700 paid and some bonus coins: part unspent, part lapsed, the rest gifted to a few creators. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    bonus: fc.bigInt({ min: 0n, max: 200n }),
    lapsed: fc.bigInt({ min: 0n, max: 200n }),
    gifts: fc.array(
      fc.record({
        coins: fc.bigInt({ min: 1n, max: 90n }),
        left: fc.integer({ min: 0, max: 100 }),
        matured: fc.boolean(),
        creator: fc.constantFrom('c1', 'c2', 'c3'),
      }),
      { maxLength: 7 },
    ),
    mayOwe: fc.boolean(),
  })
  .map(({ bonus, lapsed, gifts, mayOwe }) => worldOf({ bonus, lapsed, gifts, mayOwe }));

function worldOf(args: {
  bonus: bigint;
  lapsed: bigint;
  gifts: readonly { coins: bigint; left: number; matured: boolean; creator: string }[];
  mayOwe: boolean;
}): World {
  const spent = args.gifts.reduce((sum, gift) => sum + gift.coins, 0n);
  const gone = args.lapsed < args.bonus ? args.lapsed : args.bonus;
  const wallets = new Map(['c1', 'c2', 'c3', BUYER].map((id) => [id, emptyWallet(id)]));
  const paid: CoinLot = {
    lotId: 'paid',
    kind: 'paid',
    remaining: 700n - spent,
    held: 0n,
    grantedAt: 1,
    expiresAt: null,
    riskUntil: null,
  };
  const bonus: CoinLot = {
    ...paid,
    lotId: 'bonus',
    kind: 'bonus',
    remaining: args.bonus - gone,
    expiresAt: NOW * 2,
  };
  const open = [paid, bonus].filter((lot) => lot.remaining > 0n);
  wallets.set(BUYER, open.reduce(grant, wallets.get(BUYER)!));
  const free = new Map<string, bigint>();
  const gifts = args.gifts.map(({ coins, left, matured, creator }, i): GiftedDiamonds => {
    const remaining = (coins * BigInt(left)) / 100n;
    const maturesAt = matured ? NOW - 1 : NOW + 1 + i;
    const wallet = wallets.get(creator)!;
    const maturing =
      matured || remaining === 0n
        ? wallet.maturing
        : [...wallet.maturing, { at: maturesAt, diamonds: remaining }];
    wallets.set(creator, { ...wallet, diamonds: wallet.diamonds + remaining, maturing });
    if (matured) free.set(creator, (free.get(creator) ?? 0n) + remaining);
    return { lotId: `gift-${i}`, creatorId: creator, maturesAt, coins, remaining };
  });
  const of = { grantedAt: 1, riskUntil: null };
  const holdings: Holdings = {
    accountId: BUYER,
    purchaseId: 'purchase',
    lots: [
      { ...of, lotId: 'paid', kind: 'paid', granted: 700n, free: 700n - spent, gone: 0n, expiresAt: null },
      {
        ...of,
        lotId: 'bonus',
        kind: 'bonus',
        granted: args.bonus,
        free: args.bonus - gone,
        gone,
        expiresAt: NOW * 2,
      },
    ],
    gifts,
    freeDiamonds: free,
    debtCoins: 0n,
    mayOwe: args.mayOwe,
  };
  return { holdings, wallets };
}

const claims = fc
  .array(
    fc.record({
      kind: fc.constantFrom('refund' as const, 'dispute' as const),
      cause: fc.constantFrom('refund' as const, 'goodwill' as const, 'fraud' as const, 'dispute' as const),
      minor: fc.bigInt({ min: 0n, max: CAPTURED }),
      reserved: fc.boolean(),
      feeMinor: fc.bigInt({ min: 0n, max: 1500n }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ kind, cause, minor, reserved, feeMinor }, i): Claim => {
      const onItsWay = reserved && kind === 'refund';
      return {
        claimId: `claim-${i}`,
        kind,
        cause: kind === 'dispute' && cause === 'goodwill' ? 'dispute' : cause,
        reservedMinor: onItsWay ? minor : 0n,
        paidMinor: onItsWay ? 0n : minor,
        feeMinor: kind === 'dispute' ? feeMinor : 0n,
      };
    }),
  );

/** Settles claims one after the other on a world that otherwise stands still, as the store would keep it. */
class Books {
  private taken: ClawbackLine[] = [];
  private takenUnder: WaterfallCause | null = null;
  private booked = NOTHING_BOOKED;
  private world: World;
  private readonly claims = new Map<string, Claim>();

  constructor(private readonly start: World) {
    this.world = start;
  }

  settle(claim: Claim): Settling {
    this.claims.set(claim.claimId, claim);
    const { holdings } = this.world;
    const settling = settle({
      provider: 'stripe',
      currency: 'USD',
      capturedMinor: CAPTURED,
      claims: [...this.claims.values()],
      booked: this.booked,
      holdings,
      taken: this.taken,
      takenUnder: this.takenUnder,
      policy: DEFAULT_CLAWBACK_POLICY,
      now: NOW,
      again: false,
    });
    const { lines, planned } = settling.change;
    const { wallets } = bookClawback({ ...this.world, lines, surplusLotId: 'surplus', now: NOW });
    this.booked = settling.money;
    this.taken = [...planned];
    this.takenUnder = planned.some((line) => line.step !== 'waived') ? settling.due.cause : null;
    this.world = { wallets, holdings: this.afterwards(wallets) };
    return settling;
  }

  /** The holdings as they follow from the wallets and from what has been taken. */
  private afterwards(wallets: ReadonlyMap<string, Wallet>): Holdings {
    const { holdings } = this.start;
    const taken = new Map(this.taken.map((line) => [lineKey(line), line.coins]));
    const of = (step: ClawbackLine['step'], holderId: string, lotId: string) =>
      taken.get(lineKey({ step, holderId, lotId })) ?? 0n;
    const free = new Map(holdings.freeDiamonds);
    const gifts = holdings.gifts.map((gift) => {
      const less = of('diamonds', gift.creatorId, gift.lotId);
      if (gift.maturesAt <= NOW) free.set(gift.creatorId, free.get(gift.creatorId)! - less);
      return { ...gift, remaining: gift.remaining - less };
    });
    const lots = holdings.lots.map((lot) => ({
      ...lot,
      free: lot.free - of(lot.kind === 'bonus' ? 'bonus' : 'unspent', BUYER, lot.lotId),
    }));
    return { ...holdings, lots, gifts, freeDiamonds: free, debtCoins: wallets.get(BUYER)!.debtCoins };
  }

  get state() {
    const keyed = this.taken.map((line) => [lineKey(line), line.coins] as const);
    const wallets = [...this.world.wallets.values()].map((wallet) => ({
      ...wallet,
      lots: wallet.lots.map((lot) => [lot.lotId, lot.remaining]),
    }));
    return {
      wallets,
      taken: keyed.sort(([a], [b]) => (a < b ? -1 : 1)),
      money: { ...this.booked },
    };
  }
}

const granted = ({ holdings }: World) => holdings.lots.reduce((sum, lot) => sum + lot.granted, 0n);

describe('settling a purchase', () => {
  test('any order of its claims, any of them twice, ends in one state', () => {
    const run = fc.record({ world: worlds, claims }).chain(({ world, claims: list }) =>
      fc.record({
        world: fc.constant(world),
        list: fc.constant(list),
        order: fc.shuffledSubarray([...list, ...list], { minLength: 2 * list.length }),
      }),
    );
    fc.assert(
      fc.property(run, ({ world, list, order }) => {
        const [straight, shuffled] = [new Books(world), new Books(world)];
        for (const claim of list) straight.settle(claim);
        for (const claim of order) shuffled.settle(claim);
        expect(shuffled.state).toEqual(straight.state);
      }),
      { numRuns: 400 },
    );
  });

  test('claims that come to nothing leave everything as it was', () => {
    fc.assert(
      fc.property(worlds, claims, (world, list) => {
        const books = new Books(world);
        const before = books.state.wallets;
        for (const claim of list) books.settle(claim);
        for (const claim of list) books.settle({ ...claim, reservedMinor: 0n, paidMinor: 0n });
        expect(books.state.wallets).toEqual(before);
        expect(books.state.taken).toEqual([]);
      }),
    );
  });

  test('refunded and lost is never more than captured, taken never more than granted', () => {
    fc.assert(
      fc.property(worlds, claims, (world, list) => {
        const books = new Books(world);
        for (const claim of list) {
          const { money, due, change } = books.settle(claim);
          expect(money.refundedMinor + money.reservedMinor + money.lostMinor <= CAPTURED).toBe(true);
          const taken = change.planned.filter((line) => line.step !== 'waived');
          expect(taken.reduce((sum, line) => sum + line.coins, 0n)).toBe(due.taken);
          expect(due.taken + due.waived <= granted(world)).toBe(true);
          for (const line of change.planned) expect(line.coins > 0n).toBe(true);
        }
      }),
    );
  });

  test('the whole money asks for every coin, and an account that may owe writes nothing off', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const claim: Claim = {
          claimId: 'whole',
          kind: 'refund',
          cause: 'refund',
          reservedMinor: 0n,
          paidMinor: CAPTURED,
          feeMinor: 0n,
        };
        const { due, change } = new Books(world).settle(claim);
        expect(due.taken).toBe(granted(world));
        const steps = new Set(change.lines.map((line) => line.step));
        expect(steps.has('write_off') && world.holdings.mayOwe).toBe(false);
        expect(steps.has('debt') && !world.holdings.mayOwe).toBe(false);
      }),
    );
  });
});
