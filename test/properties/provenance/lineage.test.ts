import {
  COIN_FATES,
  coinUses,
  DIAMOND_FATES,
  type Followed,
  followCoins,
  type GiftFacts,
  Lineage,
  type LineageFacts,
  sumOfParts,
  traceOrigins,
  type WholeGifts,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PaperEconomy, type Step } from './paper-economy.js';

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom<Step['do']>(
    'buy',
    'buy',
    'gift',
    'gift',
    'gift',
    'promote',
    'withdraw',
    'convert',
    'convert',
    'claw',
    'claw_unspent',
  ),
  who: fc.nat({ max: 3 }),
  whom: fc.nat({ max: 3 }),
  amount: fc.bigInt({ min: 1n, max: 400n }),
});
const economies = fc
  .array(step, { minLength: 5, maxLength: 60 })
  .map((steps) => new PaperEconomy().run([{ do: 'buy', who: 0, whom: 0, amount: 300n }, ...steps]));

function follow(paper: PaperEconomy, facts: LineageFacts, purchaseId: string): Followed {
  const lots = paper.purchases.get(purchaseId)!.map((lotId) => ({ lotId, uses: paper.usesOf(lotId) }));
  const isConversion = (id: string) => !paper.withdrawals.has(id);
  return followCoins({ lineage: new Lineage(facts), lots, isConversion, now: 1_000_000 });
}

const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);
const grantedOf = (paper: PaperEconomy, facts: LineageFacts, purchaseId: string) =>
  sum(paper.purchases.get(purchaseId)!.map((lotId) => facts.lots.get(lotId)!.granted));

const isWhole = ({ sources, coins, diamonds, remaining }: GiftFacts): boolean =>
  sources.length === 1 && diamonds === coins && remaining === diamonds;

describe('following coins', () => {
  test('of a purchase, every coin and every diamond has one fate', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        for (const purchaseId of paper.purchases.keys()) {
          const { direct, onward } = follow(paper, facts, purchaseId);
          expect(direct.coins).toBe(grantedOf(paper, facts, purchaseId));
          for (const stage of [direct, onward]) {
            expect(sum(COIN_FATES.map((fate) => stage.fates[fate]))).toBe(stage.coins);
            expect(sum(DIAMOND_FATES.map((fate) => stage.diamonds[fate]))).toBe(stage.fates.gifted);
            expect(sum(stage.taken.values())).toBe(stage.diamonds.withdrawn + stage.diamonds.converted);
          }
        }
      }),
    );
  });

  test('what purchases became together is what there is: nothing is counted twice or lost', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const followed = [...paper.purchases.keys()].map((id) => follow(paper, facts, id));
        const total = (of: (one: Followed) => bigint) => sum(followed.map(of));
        const gifts = [...facts.gifts.values()];
        expect(total(({ direct, onward }) => direct.diamonds.available + onward.diamonds.available)).toBe(
          sum(gifts.map((gift) => gift.remaining)),
        );
        expect(total(({ direct, onward }) => direct.diamonds.clawed + onward.diamonds.clawed)).toBe(
          sum(gifts.flatMap((gift) => gift.clawed.map((one) => one.diamonds))),
        );
        expect(total(({ onward }) => onward.coins)).toBe(
          sum([...facts.conversions.values()].map((one) => one.lot.granted)),
        );
      }),
    );
  });

  test('diamonds taken back for a purchase are those of its own coins', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const clawed = [...facts.gifts.values()].flatMap((gift) => gift.clawed);
        for (const purchaseId of paper.purchases.keys()) {
          const own = clawed.filter((one) => one.purchaseId === purchaseId);
          expect(follow(paper, facts, purchaseId).direct.diamonds.clawed).toBe(
            sum(own.map((o) => o.diamonds)),
          );
        }
      }),
    );
  });

  test('gifts nobody has taken of come to the same added up as named', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const lineage = new Lineage(facts);
        const isConversion = (id: string) => !paper.withdrawals.has(id);
        for (const [purchaseId, lotIds] of paper.purchases) {
          const wholeGifts: WholeGifts[] = [];
          const lots = lotIds.map((lotId) => {
            const uses = paper.usesOf(lotId).map((use) => {
              const gift = use.fate === 'gifted' ? facts.gifts.get(use.transactionId!)! : null;
              const { creatorId } = gift ?? {};
              if (!creatorId || !isWhole(gift!) || use.coins !== gift!.coins) return use;
              const fate = gift!.maturesAt > 1_000_000 ? 'maturing' : 'available';
              wholeGifts.push({ creatorId, gifts: 1, coins: use.coins, fate });
              return { ...use, transactionId: null };
            });
            return { lotId, uses };
          });
          const named = follow(paper, facts, purchaseId);
          const summed = followCoins({ lineage, lots, wholeGifts, isConversion, now: 1_000_000 });
          const { gifts, wholeGifts: whole, uses: _, ...direct } = summed.direct;
          expect(named.direct).toMatchObject(direct);
          expect(gifts.length + whole.length).toBe(named.direct.gifts.length);
          expect(summed.onward).toEqual(named.onward);
          expect(summed.further).toEqual(named.further);
        }
      }),
    );
  });

  test('where it is not looked through a conversion, its diamonds are named, and the rest stays the same', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const near = { ...facts, conversions: new Map() };
        for (const purchaseId of paper.purchases.keys()) {
          const far = follow(paper, facts, purchaseId);
          const { direct, onward, further } = follow(paper, near, purchaseId);
          expect(direct).toEqual(far.direct);
          expect(onward.coins).toBe(0n);
          expect(sum(further.values())).toBe(direct.diamonds.converted);
        }
      }),
    );
  });
});

describe('tracing back', () => {
  test('the purchases behind a withdrawal sum to it, and say the same as following them forward', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const lineage = new Lineage(facts);
        const forward = new Map([...paper.purchases.keys()].map((id) => [id, follow(paper, facts, id)]));
        for (const [withdrawalId, inputs] of paper.withdrawals) {
          const parts = lineage.partsTaken(
            withdrawalId,
            inputs.map((input) => input.giftId),
          );
          const origins = traceOrigins(parts, facts.lots);
          expect(origins.total).toBe(sum(inputs.map((input) => input.diamonds)));
          expect(sum([...origins.purchases.values()].map((one) => one.amount))).toBe(origins.total);
          for (const [purchaseId, { direct, onward }] of forward) {
            const share = origins.purchases.get(purchaseId) ?? { amount: 0n, direct: 0n };
            expect(direct.taken.get(withdrawalId) ?? 0n).toBe(share.direct);
            expect(onward.taken.get(withdrawalId) ?? 0n).toBe(share.amount - share.direct);
          }
        }
      }),
    );
  });

  test('what is not looked into is named, and never changes what is', () => {
    fc.assert(
      fc.property(economies, (paper) => {
        const facts = paper.facts();
        const [far, near] = [new Lineage(facts), new Lineage({ ...facts, conversions: new Map() })];
        for (const gift of facts.gifts.values()) {
          const deep = traceOrigins(far.dividedGift(gift).remaining, facts.lots);
          const shallow = traceOrigins(near.dividedGift(gift).remaining, facts.lots);
          expect(shallow.total).toBe(gift.remaining);
          expect(shallow.further).toBe(sum([...deep.purchases.values()].map((p) => p.amount - p.direct)));
          expect(sumOfParts(far.dividedGift(gift).remaining)).toBe(gift.remaining);
        }
      }),
    );
  });

  test('diamonds left after a part was withdrawn are of all coins behind the gift, pro rata', () => {
    const paper = new PaperEconomy().run([
      { do: 'buy', who: 0, whom: 0, amount: 30n },
      { do: 'buy', who: 0, whom: 0, amount: 60n },
      { do: 'gift', who: 0, whom: 1, amount: 111n },
      { do: 'withdraw', who: 1, whom: 0, amount: 37n },
    ]);
    const facts = paper.facts();
    const [first, second] = [...paper.purchases.keys()].map((id) => follow(paper, facts, id).direct.diamonds);
    expect([first!.withdrawn, first!.available]).toEqual([12n, 25n]);
    expect([second!.withdrawn, second!.available]).toEqual([25n, 49n]);
  });
});

describe('the uses of a lot', () => {
  const lot = { lotId: 'lot', granted: 100n, expiresAt: null, movements: [], holds: [] };
  const gift = { transactionId: 'g', kind: 'gift', reason: 'spent', coins: 60n } as const;

  test('what was given back no longer counts as taken', () => {
    const movements = [
      gift,
      { transactionId: 's1', kind: null, reason: 'clawed', coins: 40n } as const,
      { transactionId: 's2', kind: null, reason: 'reinstated', coins: 15n } as const,
    ];
    expect(coinUses({ ...lot, movements }, 0).map(({ fate, coins }) => [fate, coins])).toEqual([
      ['clawed', 25n],
      ['gifted', 60n],
      ['unspent', 15n],
    ]);
  });

  test('what has lapsed is expired before anybody books it, what is reserved is held', () => {
    const holds = [{ transactionId: 'h', coins: 10n }];
    const fates = (now: number) => coinUses({ ...lot, holds, expiresAt: 5 }, now).map(({ fate }) => fate);
    expect(fates(4)).toEqual(['held', 'unspent']);
    expect(fates(5)).toEqual(['held', 'expired']);
  });

  test('books that do not add up are not shown as if they did', () => {
    expect(() => coinUses({ ...lot, movements: [gift, { ...gift, transactionId: 'g2' }] }, 0)).toThrow(
      '20 coins more',
    );
    expect(() => coinUses({ ...lot, movements: [{ ...gift, kind: 'withdrawal' }] }, 0)).toThrow('withdrawal');
  });
});
