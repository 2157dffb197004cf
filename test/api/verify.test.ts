import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../api/src/ledger/ledger.public.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';

let economy: Economy;
let fan: string;
let creator: string;
beforeAll(async () => {
  economy = await startEconomy();
  await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
  fan = await economy.account();
  creator = await economy.account({ creator: true });
  await economy.buy(fan);
  await economy.gift(fan, creator, { giftId: 'perfume' });
  await economy.submit({ kind: 'unlock', accountId: fan, contentId: 'film', coins: 20 });
});
afterAll(() => economy.close());

const verify = () => new VerifyLedger(economy.db).firstDifference();

/** Runs a forgery, asks what verification says of it, and takes it back. */
async function withForgery(forge: string, undo: string): Promise<string | null> {
  await economy.db.query(forge);
  const difference = await verify();
  await economy.db.query(undo);
  return difference?.check ?? null;
}

describe('npm run verify', () => {
  it('finds nothing in sound books', async () => {
    expect(await verify()).toBeNull();
  });

  it.each([
    [
      'coins out of nowhere',
      `UPDATE wallets SET paid = paid + 1 WHERE paid > 0`,
      `UPDATE wallets SET paid = paid - 1 WHERE paid > 0`,
      'balances are the sums of their entries',
    ],
    [
      'a posting that was changed',
      `UPDATE journal_entries SET postings = replace(postings::text, ',49,', ',50,')::json WHERE kind = 'gift'`,
      `UPDATE journal_entries SET postings = replace(postings::text, ',50,', ',49,')::json WHERE kind = 'gift'`,
      'every journal entry balances per unit',
    ],
    [
      'a lot that says it granted more',
      `UPDATE coin_lots SET granted = granted + 5`,
      `UPDATE coin_lots SET granted = granted - 5`,
      'granted = remaining + consumed for every coin lot',
    ],
    [
      'a hold that ended without its coins',
      `UPDATE holds SET ended_at = now(), ended_by = 'expired'`,
      `UPDATE holds SET ended_at = NULL, ended_by = NULL`,
      'what is held is what open holds reserve',
    ],
    [
      'a status that does not fit',
      `UPDATE transactions SET status = 'held' WHERE kind = 'gift'`,
      `UPDATE transactions SET status = 'posted' WHERE kind = 'gift'`,
      'a transaction is held exactly while its hold is open',
    ],
    [
      'a purchase whose payment was never booked',
      `UPDATE journal_entries SET kind = 'purchase_paymint' WHERE kind = 'purchase_payment'`,
      `UPDATE journal_entries SET kind = 'purchase_payment' WHERE kind = 'purchase_paymint'`,
      'no coin of a purchase is spendable without its captured payment',
    ],
    [
      'a payment of less than the price',
      `UPDATE journal_entries SET postings = replace(postings::text, '999', '998')::json WHERE kind = 'purchase_payment'`,
      `UPDATE journal_entries SET postings = replace(postings::text, '998', '999')::json WHERE kind = 'purchase_payment'`,
      'no coin of a purchase is spendable without its captured payment',
    ],
    [
      'a payment that belongs to another purchase',
      `UPDATE payment_references SET transaction_id = gen_random_uuid()`,
      `UPDATE payment_references p SET transaction_id = t.transaction_id FROM transactions t
       WHERE t.kind = 'purchase' AND t.account_id = p.account_id`,
      'one payment stands behind one purchase',
    ],
    [
      'paid coins that came of a gift',
      `UPDATE coin_lots l SET transaction_id = t.transaction_id FROM transactions t WHERE t.kind = 'gift'`,
      `UPDATE coin_lots l SET transaction_id = t.transaction_id FROM transactions t WHERE t.kind = 'purchase'`,
      'every coin was bought, rewarded, converted or given back',
    ],
    [
      'diamonds that no gift brought',
      `UPDATE diamond_lots SET granted = granted + 1`,
      `UPDATE diamond_lots SET granted = granted - 1`,
      'granted = remaining + taken for every diamond lot',
    ],
  ])('names %s', async (_, forge, undo, check) => {
    expect(await withForgery(forge, undo)).toBe(check);
    expect(await verify()).toBeNull();
  });
});
