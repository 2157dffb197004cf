import { type CoinLot, emptyWallet, grant, repayWithCoins, repayWithDiamonds } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const NOW = 1_000_000;

const lot = (lotId: string, changes: Partial<CoinLot> = {}): CoinLot => ({
  lotId,
  kind: 'paid',
  remaining: 100n,
  held: 0n,
  grantedAt: 1,
  expiresAt: null,
  riskUntil: null,
  ...changes,
});
const owing = (debtCoins: bigint, ...lots: CoinLot[]) => ({
  ...lots.reduce(grant, emptyWallet('ada')),
  debtCoins,
});
const share = (lotId: string, coins: bigint) => ({ lotId, kind: 'paid' as const, coins });

describe('a debt is paid by coins', () => {
  test('that have just become free, and by no others', () => {
    const wallet = owing(150n, lot('before'), lot('new'));
    const { wallet: after, repaid } = repayWithCoins(wallet, [share('new', 100n)], NOW);
    expect(repaid).toMatchObject({ coins: 100n, debtLeft: 50n, shares: [share('new', 100n)] });
    expect(after.debtCoins).toBe(50n);
    expect(after.lots.map(({ lotId }) => lotId)).toEqual(['before']);
  });

  test('bonus before paid, and lapsed ones not at all', () => {
    const wallet = owing(
      120n,
      lot('paid'),
      lot('bonus', { kind: 'bonus', expiresAt: NOW + 1 }),
      lot('lapsed', { kind: 'bonus', expiresAt: NOW }),
    );
    const freed = ['paid', 'bonus', 'lapsed'].map((lotId) => share(lotId, 100n));
    const { repaid } = repayWithCoins(wallet, freed, NOW);
    expect(repaid?.shares.map(({ lotId, coins }) => [lotId, coins])).toEqual([
      ['bonus', 100n],
      ['paid', 20n],
    ]);
  });

  test('and nothing happens without a debt', () => {
    const wallet = owing(0n, lot('new'));
    expect(repayWithCoins(wallet, [share('new', 100n)], NOW)).toEqual({ wallet, repaid: null });
  });
});

describe('a debt is paid by diamonds', () => {
  test('at the rate they convert at, in whole coins, never more than is owed', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 500n), fc.bigInt(0n, 500n), (debt, diamonds) => {
        const wallet = { ...owing(debt), diamonds: diamonds + 30n };
        const { wallet: after, repaid } = repayWithDiamonds(wallet, { lotId: 'gift', diamonds });
        const expected = diamonds / 2n < debt ? diamonds / 2n : debt;
        expect(repaid?.coins ?? 0n).toBe(expected);
        expect(wallet.diamonds - after.diamonds).toBe(expected * 2n);
        expect(after.debtCoins).toBe(debt - expected);
        expect(repaid?.debtLeft ?? debt).toBe(after.debtCoins);
      }),
    );
  });

  test('one diamond pays nothing: it stays the creator’s', () => {
    const wallet = { ...owing(5n), diamonds: 1n };
    expect(repayWithDiamonds(wallet, { lotId: 'gift', diamonds: 1n })).toEqual({ wallet, repaid: null });
  });
});
