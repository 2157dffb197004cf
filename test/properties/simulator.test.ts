import {
  accountEventRequest,
  accountRequest,
  contentScanRequest,
  transactionRequest,
} from '@coinwarden/contracts';
import {
  type Label,
  PATTERNS,
  type SimulatedCatalogue,
  type SimulatedItem,
  type SimulatorOptions,
  simulate,
} from '@coinwarden/simulator';
import fc from 'fast-check';

const startAt = Date.UTC(2026, 2, 20);
const DAY_MS = 86_400_000;

const catalogue: SimulatedCatalogue = {
  packages: (
    [
      ['tiny', 'small', 70, 99],
      ['starter', 'small', 350, 499],
      ['fan', 'medium', 1_400, 1_999],
      ['star', 'large', 7_000, 9_999],
    ] as const
  ).map(([packageId, tier, coins, cents]) => ({
    packageId,
    tier,
    coins,
    bonusCoins: 0,
    prices: [
      { currency: 'USD', region: '*', amountMinor: cents },
      { currency: 'EUR', region: '*', amountMinor: cents + 1 },
      { currency: 'JPY', region: 'JP', amountMinor: cents + 2 },
    ],
  })),
  gifts: [
    { giftId: 'rose', coins: 1 },
    { giftId: 'hat', coins: 99 },
    { giftId: 'car', coins: 7_000 },
  ],
  welcomeCode: 'WELCOME',
};

function play(overrides: Partial<SimulatorOptions> = {}): { items: SimulatedItem[]; labels: Label[] } {
  const options = {
    seed: 1,
    catalogue,
    startAt,
    days: 20,
    accounts: 400,
    transactions: 4_000,
    fraudShare: 0.1,
  };
  const simulation = simulate({ ...options, ...overrides });
  const items = [...simulation.items];
  return { items, labels: simulation.takeLabels() };
}

/** Patterns that begin with words. */
const LURING: ReadonlySet<Label['pattern']> = new Set(['free_coin_scam', 'coin_seller']);

const transactionsOf = (items: SimulatedItem[]) => items.filter((item) => item.kind === 'transaction');

describe('the simulated economy', () => {
  it('is the same for the same seed and another for another', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const small = { accounts: 40, transactions: 120, days: 3 };
        const text = JSON.stringify(play({ seed: one, ...small }));
        expect(JSON.stringify(play({ seed: one, ...small }))).toBe(text);
        if (one !== other) expect(JSON.stringify(play({ seed: other, ...small }))).not.toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('speaks the wire contract, in the order of time and within its window', () => {
    const { items } = play();
    let last = startAt;
    for (const item of items) {
      expect(item.at).toBeGreaterThanOrEqual(last);
      expect(item.at).toBeLessThan(startAt + 20 * DAY_MS);
      last = item.at;
      if (item.kind === 'transaction') {
        expect(transactionRequest.parse(item.transaction)).toEqual(item.transaction);
        expect(Date.parse(item.transaction.occurredAt as string)).toBe(item.at);
      } else if (item.kind === 'event') {
        expect(accountEventRequest.parse(item.event)).toEqual(item.event);
        expect(Date.parse(item.event.occurredAt as string)).toBe(item.at);
      } else if (item.kind === 'account') {
        const { accountId, ...body } = item.account;
        expect(accountId).toMatch(/^u/);
        expect(accountRequest.parse(body)).toEqual(body);
      }
    }
  });

  it('writes without changing anything else, and lures where somebody is labelled for it', () => {
    const { items, labels } = play({ texts: true });
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    expect(items.filter((item) => item.kind !== 'text')).toEqual(play().items);
    for (const text of texts) expect(contentScanRequest.parse(text)).toEqual(text);
    const scammers = new Set(
      labels.flatMap((l) => (l.subject === 'account' && LURING.has(l.pattern) ? [l.accountId] : [])),
    );
    const lures = texts.filter(({ accountId }) => scammers.has(accountId));
    expect(lures.length).toBeGreaterThan(0);
    expect(texts.length - lures.length).toBeGreaterThan(100);
    expect(texts.filter(({ kind }) => kind === 'message').length).toBeGreaterThan(10);
  });

  it('says where people sign in from without changing what they buy and give', () => {
    const { items } = play({ places: true });
    const bought = (all: SimulatedItem[]) =>
      transactionsOf(all).map(({ transaction: { device, ...rest }, ...item }) => ({
        ...item,
        transaction: { ...rest, ip: device?.ip },
      }));
    expect(bought(items)).toEqual(bought(play().items));
    const events = items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
    for (const event of events) expect(accountEventRequest.parse(event)).toEqual(event);
    const signIns = events.filter(({ type }) => type === 'sign_in');
    expect(signIns.length).toBeGreaterThan(100);
    for (const event of signIns) expect(event).toHaveProperty('place.country');
    expect(events.map(({ type }) => type)).toContain('recovery');
  });

  it('opens every account before anyone uses it, a guardian before the child', () => {
    for (const introduce of ['at_start', 'on_first_use'] as const) {
      const known = new Set<string>();
      for (const item of play({ introduce }).items) {
        if (item.kind === 'account') {
          expect(known.has(item.account.accountId)).toBe(false);
          known.add(item.account.accountId);
          expect(Date.parse(item.account.createdAt)).toBeLessThanOrEqual(item.at);
          if (item.account.guardianAccountId) expect(known).toContain(item.account.guardianAccountId);
        } else if (item.kind === 'event') expect(known).toContain(item.event.accountId);
        else if (item.kind === 'transaction') {
          expect(known).toContain(item.transaction.accountId);
          if (item.transaction.kind === 'gift') expect(known).toContain(item.transaction.recipientId);
        }
      }
    }
  });

  it('meets the number of transactions and the share of fraud it was asked for', () => {
    const { items, labels } = play({ transactions: 10_000, accounts: 1_000 });
    const count = transactionsOf(items).length;
    expect(Math.abs(count - 10_000)).toBeLessThan(500);
    const fraud = labels.filter((label) => label.subject === 'transaction').length;
    expect(Math.abs(fraud / count - 0.1)).toBeLessThan(0.03);
  });

  it('labels fraud and nothing else', () => {
    expect(play({ fraudShare: 0 }).labels).toEqual([]);

    const { items, labels } = play({ transactions: 10_000, accounts: 1_000, days: 30 });
    const byKey = new Map(transactionsOf(items).map((item) => [item.idempotencyKey, item]));
    const fraudsters = new Map(
      labels.flatMap((l) => (l.subject === 'account' ? [[l.accountId, l.pattern]] : [])),
    );
    const labelled = new Map(
      labels.flatMap((l) => (l.subject === 'transaction' ? [[l.idempotencyKey, l]] : [])),
    );
    expect(new Set([...labelled.values()].map((l) => l.pattern))).toEqual(new Set(PATTERNS));

    for (const [key, label] of labelled) expect(byKey.get(key)?.transaction.accountId).toBe(label.accountId);
    for (const [key, { transaction }] of byKey) {
      const pattern = fraudsters.get(transaction.accountId);
      // Whatever an account opened for a scheme does is part of that scheme.
      if (pattern) expect(labelled.get(key)?.pattern).toBe(pattern);
      // The other way round, honest accounts are labelled only where somebody uses them.
      else if (labelled.has(key))
        expect(['account_takeover', 'free_coin_scam', 'minor_overspending']).toContain(
          labelled.get(key)?.pattern,
        );
    }
  });

  it('never lets a label travel with what it labels', () => {
    const text = JSON.stringify(play().items);
    for (const pattern of PATTERNS) expect(text).not.toContain(pattern);
  });

  it('charges the price of the country and spends no more than was got, if everything is approved', () => {
    const coins = new Map<string, number>();
    const add = (id: string, by: number) => coins.set(id, (coins.get(id) ?? 0) + by);
    const country = new Map<string, string>();
    const { items, labels } = play();
    const unpaid = new Set(
      labels.flatMap((l) =>
        l.subject === 'transaction' && l.pattern === 'uncredited_coins' ? [l.idempotencyKey] : [],
      ),
    );
    for (const item of items) {
      if (item.kind === 'account') country.set(item.account.accountId, item.account.country);
      if (item.kind !== 'transaction') continue;
      const { transaction: t } = item;
      if (t.kind === 'purchase') {
        const pack = catalogue.packages.find((p) => p.packageId === t.packageId);
        // Who wants coins for nothing names a price of their own.
        if (!unpaid.has(item.idempotencyKey))
          expect(pack?.prices).toContainEqual(expect.objectContaining(t.money));
        const inJapan = country.get(t.accountId) === 'JP';
        expect(t.money.currency === 'JPY').toBe(inJapan);
        add(t.accountId, pack?.coins ?? 0);
      } else if (t.kind === 'gift') {
        add(t.accountId, -t.quantity * (catalogue.gifts.find((g) => g.giftId === t.giftId)?.coins ?? 0));
      } else if (t.kind === 'reward') add(t.accountId, t.coins);
      else if (t.kind === 'conversion') add(t.accountId, t.diamonds);
      else if (t.kind !== 'withdrawal') add(t.accountId, -t.coins);
      expect(coins.get(t.accountId) ?? 0).toBeGreaterThanOrEqual(0);
    }
  });

  it('has honest people who send a payment twice, never pay, and share a phone', () => {
    const { items } = play({ transactions: 12_000, accounts: 1_000, fraudShare: 0, uncapturedShare: 0.3 });
    const bought = transactionsOf(items).flatMap(({ transaction: t }) => (t.kind === 'purchase' ? [t] : []));
    const references = new Set(bought.map(({ payment }) => payment.reference));
    expect(bought.length).toBeGreaterThan(references.size);
    expect(bought.length - references.size).toBeLessThan(bought.length / 100);
    const abandoned = transactionsOf(items).filter(({ neverPaid }) => neverPaid);
    expect(abandoned.length).toBeGreaterThan(0);
    const usersOf = new Map<string, Set<string>>();
    for (const { transaction: t } of transactionsOf(items)) {
      if (t.device) usersOf.set(t.device.id, (usersOf.get(t.device.id) ?? new Set()).add(t.accountId));
    }
    expect([...usersOf.values()].filter((users) => users.size > 1).length).toBeGreaterThan(5);
  });

  it('sleeps at night and gives most gifts to few creators', () => {
    const { items } = play({ transactions: 12_000, accounts: 1_000, fraudShare: 0 });
    const zone = new Map<string, string>();
    const byHour = new Array<number>(24).fill(0);
    const received = new Map<string, number>();
    for (const item of items) {
      if (item.kind === 'account') zone.set(item.account.accountId, item.account.timeZone);
      if (item.kind !== 'transaction') continue;
      const timeZone = zone.get(item.transaction.accountId);
      const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
        item.at,
      );
      byHour[Number(hour)]! += 1;
      if (item.transaction.kind === 'gift') {
        const id = item.transaction.recipientId;
        received.set(id, (received.get(id) ?? 0) + 1);
      }
    }
    expect(byHour[20]! + byHour[21]!).toBeGreaterThan(5 * (byHour[3]! + byHour[4]!));
    const counts = [...received.values()].sort((a, b) => b - a);
    const total = counts.reduce((sum, n) => sum + n, 0);
    const top = counts.slice(0, Math.ceil(counts.length / 10)).reduce((sum, n) => sum + n, 0);
    expect(top / total).toBeGreaterThan(0.3);
  });
});
