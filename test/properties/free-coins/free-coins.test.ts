import {
  type AskedBack,
  DAY,
  findFarm,
  findRefundsAfterGift,
  findUnpaidAttempts,
  HOUR,
  type SeenThere,
  UNPAID_KINDS,
  type UnpaidAttempt,
} from '@coinwarden/domain';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 4, 1);

const asked = (changes: Partial<AskedBack> = {}): AskedBack => ({
  purchaseId: 'p1',
  boughtAt: NOW - 5 * HOUR,
  askedAt: NOW - HOUR,
  by: 'refund',
  coins: 700n,
  givenSoon: 700n,
  usdMinor: 999n,
  ...changes,
});

describe('refunds after gifts', () => {
  it.each([
    ['nearly everything is gone', asked({ givenSoon: 560n }), 700],
    ['a good part is still there', asked({ givenSoon: 559n }), null],
    ['nothing was granted', asked({ coins: 0n, givenSoon: 0n }), null],
    ['it was long ago', asked({ askedAt: NOW - 61 * DAY }), null],
  ])('when %s for the second time', (_, one, score) => {
    const before = asked({ purchaseId: 'p0' });
    expect(findRefundsAfterGift([before, one], NOW)?.score ?? null).toBe(score);
    expect(findRefundsAfterGift([one], NOW)).toBeNull();
  });

  it('count each purchase once, whoever asked for its money and how often', () => {
    const twice = [asked(), asked({ by: 'dispute' }), asked({ purchaseId: 'p2' })];
    expect(findRefundsAfterGift(twice, NOW)).toMatchObject({
      score: 700,
      purchaseIds: ['p1', 'p2'],
      coins: 1_400n,
      usdMinor: 1_998n,
    });
  });
});

const attempt = fc.record({
  transactionId: fc.uuid(),
  kind: fc.constantFrom(...UNPAID_KINDS),
  at: fc.integer({ min: NOW - 20 * DAY, max: NOW }),
  coins: fc.constant(700n),
  usdMinor: fc.constant(999n),
});

describe('attempts at coins nobody pays for', () => {
  const of = (kind: UnpaidAttempt['kind'], times: number) =>
    Array.from({ length: times }, (_, i) => ({
      transactionId: String(i),
      kind,
      at: NOW - i * HOUR,
      coins: 700n,
      usdMinor: 999n,
    }));

  it.each([
    ['a purchase sent twice', of('payment_used', 1), false],
    ['a bank that refuses twice', of('never_paid', 2), false],
    ['an old price once', of('price_short', 1), false],
    ['one receipt again and again', of('payment_used', 2), true],
    ['a price of one’s own again and again', of('price_short', 2), true],
    ['three payments that never come', of('never_paid', 3), true],
    ['somebody else’s receipt', of('payment_of_another', 1), true],
  ])('%s', (_, attempts, isAlert) => {
    expect(findUnpaidAttempts(attempts, NOW) !== null).toBe(isAlert);
  });

  it('never say less of somebody who tries more, and nothing of what is a week ago', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), attempt, (attempts, more) => {
        const before = findUnpaidAttempts(attempts, NOW);
        const after = findUnpaidAttempts([...attempts, more], NOW);
        expect(after?.score ?? 0).toBeGreaterThanOrEqual(before?.score ?? 0);
        const old = attempts.map((one) => ({ ...one, at: one.at - 30 * DAY }));
        expect(findUnpaidAttempts(old, NOW)).toBeNull();
      }),
    );
  });
});

describe('farms', () => {
  const newcomer = (id: number, changes: Partial<SeenThere> = {}): SeenThere => ({
    accountId: `u${id}`,
    createdAt: NOW + id * HOUR,
    firstAt: NOW + id * HOUR + 60_000,
    freeCoins: 30,
    ...changes,
  });
  const some = (n: number, changes?: Partial<SeenThere>) =>
    Array.from({ length: n }, (_, i) => newcomer(i, changes));
  const device = { type: 'device', value: 'phone' } as const;

  it.each([
    ['four newcomers on one device', device, some(4), 4],
    ['a household of three', device, some(3), null],
    ['four at one address', { type: 'ip', value: '1.2.3.4' } as const, some(4), null],
    ['five at one address', { type: 'ip', value: '1.2.3.4' } as const, some(5), 5],
    ['four who took nothing', device, some(4, { freeCoins: null }), null],
    ['four who had been here for months', device, some(4, { createdAt: NOW - 90 * DAY }), null],
    [
      'one a month',
      device,
      some(4).map((one, i) => ({
        ...one,
        createdAt: NOW + i * 30 * DAY,
        firstAt: NOW + i * 30 * DAY,
      })),
      null,
    ],
  ])('%s', (_, entity, seen, members) => {
    expect(findFarm(entity, seen)?.members.length ?? null).toBe(members);
  });

  it('are the same in whatever order the accounts are looked at, the first of them at the centre', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(some(9), { minLength: 4 }), (seen) => {
        const farm = findFarm(device, seen)!;
        const sorted = [...seen].sort((a, b) => a.firstAt - b.firstAt);
        expect(farm).toEqual(findFarm(device, sorted));
        expect(farm.members[0]).toBe(sorted[0]!.accountId);
      }),
    );
  });
});
