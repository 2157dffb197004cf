import {
  coins,
  emptyWallet,
  endHold,
  grant,
  HOUR,
  postHeld,
  purchaseTerms,
  type RestoreInput,
  restoreCredit,
  rewardTerms,
  type Terms,
  type Wallet,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 0, 1);

const purchase = (amount: bigint, bonus: bigint): Terms =>
  purchaseTerms({
    accountId: 'ada',
    coins: amount,
    bonusCoins: bonus,
    money: { amountMinor: 999n, currency: 'USD' },
    provider: 'stripe',
    captured: true,
    riskUntil: null,
    now: NOW,
  });

const IDS = { transactionId: 'tx', lotId: 'lot-9', bonusLotId: 'lot-8' };

function held(terms: Terms, wallet: Wallet) {
  const credit = postHeld({ terms, wallet, recipient: null, shares: [], ids: IDS, now: NOW });
  const end = (as: 'declined' | 'released', now: number) => {
    const hold = credit.hold!;
    const ended = endHold({ terms, wallet: credit.wallet, recipient: null, ids: IDS, hold, end: as, now });
    if (!ended.ok) throw new Error(ended.failure.code);
    return ended.value;
  };
  return { ...credit, end };
}

/** Held, then declined an hour later: what a granted appeal is asked with. */
function declined(terms: Terms, wallet: Wallet): RestoreInput {
  const { hold, lots, end } = held(terms, wallet);
  const { status, effects } = end('declined', NOW + HOUR);
  return {
    kind: terms.kind,
    status,
    captured: hold!.captured,
    moneyWentBack: false,
    wallet: effects.wallet,
    lots,
    now: NOW + 2 * HOUR,
  };
}

const wallets = fc
  .record({ older: fc.bigInt({ min: 0n, max: 500n }), debt: fc.bigInt({ min: 0n, max: 900n }) })
  .map(({ older, debt }): Wallet => {
    const wallet = emptyWallet('ada');
    const lot = {
      lotId: 'lot-1',
      kind: 'paid',
      held: 0n,
      grantedAt: NOW - HOUR,
      expiresAt: null,
      riskUntil: null,
    } as const;
    return { ...(older > 0n ? grant(wallet, { ...lot, remaining: older }) : wallet), debtCoins: debt };
  });
const credits = fc
  .record({ amount: fc.bigInt({ min: 1n, max: 2_000n }), bonus: fc.bigInt({ min: 0n, max: 300n }) })
  .chain(({ amount, bonus }) => fc.constantFrom(purchase(amount, bonus), rewardTerms('ada', coins(amount))));

describe('a declined credit that stands after all', () => {
  test('comes to what a release would have come to: same coins, same lots, same debt', () => {
    fc.assert(
      fc.property(wallets, credits, (wallet, terms) => {
        const input = declined(terms, wallet);
        const released = held(terms, wallet).end('released', input.now).effects;
        const restored = restoreCredit(input);
        if (!restored.ok) throw new Error(restored.failure.code);
        expect(restored.value.wallet).toEqual(released.wallet);
        expect(restored.value.repaid?.coins).toBe(released.repaid?.coins);
        const moved = restored.value.movements.reduce((sum, { share }) => sum + share.coins, 0n);
        expect(moved).toBe(terms.coins + terms.bonusCoins);
      }),
    );
  });

  test.each([
    ['restore.not_declined', { status: 'posted' }],
    ['restore.not_declined', { status: 'posted', captured: false, moneyWentBack: true }],
    ['restore.nothing_taken', { kind: 'gift' }],
    ['restore.nothing_taken', { kind: 'withdrawal', moneyWentBack: true }],
    ['restore.not_paid', { captured: false, moneyWentBack: true }],
    ['restore.money_returned', { moneyWentBack: true }],
  ] satisfies [string, Partial<RestoreInput>][])('is refused as %s for %j', (code, changes) => {
    const input = declined(purchase(700n, 0n), emptyWallet('ada'));
    const answer = restoreCredit({ ...input, ...changes });
    expect(answer.ok ? 'restored' : answer.failure.code).toBe(code);
  });

  test('stays away when all of it would have lapsed by now; paid coins never lapse', () => {
    const year = 365 * 24 * HOUR;
    const reward = declined(rewardTerms('ada', coins(50n)), emptyWallet('ada'));
    expect(restoreCredit({ ...reward, now: NOW + year })).toMatchObject({
      failure: { code: 'restore.lapsed' },
    });
    const bought = declined(purchase(700n, 35n), emptyWallet('ada'));
    expect(restoreCredit({ ...bought, now: NOW + year }).ok).toBe(true);
  });
});
