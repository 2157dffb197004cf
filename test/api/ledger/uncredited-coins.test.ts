import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ExpireHolds } from '../../../api/src/decisions/commands/expire-holds.js';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { claimOf, passTime, settle } from '../../support/money-back.js';
import { noticeSettings, sendStandard } from '../../support/notice-senders.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy.close());

const PRICE = 999;
const REFERENCES = 8;

/** One life of two accounts and a handful of payments; the bank alone knows what was paid. */
class Life {
  readonly bank = new Map<number, { amountMinor: number; currency: string }>();
  readonly purchases: { accountId: string; purchaseId: string; reference: number }[] = [];
  private readonly run = randomUUID();

  constructor(readonly accounts: readonly [string, string]) {}

  reference = (index: number): string => `pay_${this.run}_${index}`;

  /** The platform says so once the money is there, and never otherwise. */
  hasPaid(index: number): boolean {
    if (!this.bank.has(index)) this.bank.set(index, { amountMinor: PRICE, currency: 'USD' });
    const { amountMinor, currency } = this.bank.get(index)!;
    return currency === 'USD' && amountMinor >= PRICE;
  }

  async buy(who: number, index: number, of: { captured: boolean; price: number }): Promise<void> {
    const accountId = this.accounts[who]!;
    const captured = of.captured && of.price === PRICE && this.hasPaid(index);
    const answer = await economy.buy(accountId, {
      money: { amountMinor: of.price, currency: 'USD' },
      payment: {
        ...purchaseOf(accountId).payment,
        provider: 'other',
        reference: this.reference(index),
        captured,
      },
    });
    if (answer.outcome !== 'decline')
      this.purchases.push({ accountId, purchaseId: answer.transactionId, reference: index });
  }

  /** What the provider says, as often as it likes. */
  async notice(index: number, times: number): Promise<void> {
    const money = this.bank.get(index);
    const reference = this.reference(index);
    const told = money
      ? { type: 'payment.captured', data: { provider: 'other', reference, money } }
      : { type: 'payment.failed', data: { provider: 'other', reference } };
    const at = new Date(economy.app.get(Clock, { strict: false }).now());
    const body = { ...told, timestamp: at.toISOString() };
    const id = `msg_${randomUUID()}`;
    for (let i = 0; i < times; i++) await sendStandard(economy, body, { id, at });
    await economy.app.get(ProcessNotices, { strict: false }).run();
  }

  /** Called too late or twice it is refused, which is right. */
  async end(which: number, how: 'capture' | 'void' | 'release' | 'decline'): Promise<void> {
    const purchase = this.purchases[which % Math.max(1, this.purchases.length)];
    if (!purchase) return;
    const { purchaseId, reference } = purchase;
    if (how === 'capture' && !this.hasPaid(reference)) return;
    if (how === 'capture' || how === 'void')
      await economy.asPlatform.post(`/v1/transactions/${purchaseId}/${how}`).send({});
    else
      await lead.request
        .post(`/staff/transactions/${purchaseId}/actions/${how}`)
        .send({ reason: 'Looked at by a test' });
  }

  async moneyBack(which: number, minor: number, paid: boolean): Promise<void> {
    const purchase = this.purchases[which % Math.max(1, this.purchases.length)];
    if (!purchase || !(await this.stands(purchase.purchaseId))) return;
    const amount = BigInt(minor);
    await settle(
      economy,
      purchase,
      claimOf({
        claimId: `${purchase.purchaseId.slice(0, -4)}aaaa`,
        ...(paid ? { paidMinor: amount } : { reservedMinor: amount }),
      }),
    );
  }

  private async stands(purchaseId: string): Promise<boolean> {
    const [row] = await economy.db.query<{ status: string }>(
      'SELECT status FROM transactions WHERE transaction_id = $1',
      [purchaseId],
    );
    return row?.status === 'posted';
  }

  /** Every coin of a purchase that could be spent has the bank's money behind it, one payment to one purchase. */
  async check(): Promise<void> {
    const rows = await economy.db.query<{ reference: string; purchases: number; coins: bigint }>(
      `SELECT t.request -> 'payment' ->> 'reference' AS reference, count(DISTINCT t.transaction_id)::int AS purchases,
              sum(l.granted
                - coalesce((SELECT sum(m.coins) FROM lot_movements m WHERE m.account_id = l.account_id
                              AND m.lot_id = l.lot_id AND m.reason = 'voided'), 0)
                - CASE WHEN t.status = 'held' THEN l.granted ELSE 0 END)::bigint AS coins
       FROM transactions t JOIN coin_lots l ON l.account_id = t.account_id AND l.transaction_id = t.transaction_id
       WHERE t.kind = 'purchase' AND t.account_id = ANY($1::text[]) GROUP BY 1`,
      [`{${this.accounts.join(',')}}`],
    );
    for (const { reference, purchases, coins } of rows) {
      const index = Number(reference.slice(reference.lastIndexOf('_') + 1));
      const taken = this.bank.get(index);
      const isPaid = taken?.currency === 'USD' && taken.amountMinor >= PRICE;
      expect({ reference, purchases }).toEqual({ reference, purchases: 1 });
      expect(coins <= (isPaid ? 700n : 0n)).toBe(true);
    }
  }
}

const buys = fc
  .record({
    who: fc.nat(1),
    reference: fc.nat(REFERENCES - 1),
    captured: fc.boolean(),
    price: fc.constantFrom(PRICE, PRICE, PRICE, 99),
  })
  .map(
    ({ who, reference, ...of }) =>
      (life: Life) =>
        life.buy(who, reference, of),
  );

const others = fc.oneof(
  fc
    .record({
      reference: fc.nat(REFERENCES - 1),
      amountMinor: fc.constantFrom(PRICE, PRICE, 500, 2_000),
      currency: fc.constantFrom('USD', 'USD', 'EUR'),
    })
    .map(({ reference, ...money }) => async (life: Life) => {
      if (!life.bank.has(reference)) life.bank.set(reference, money);
    }),
  fc.record({ reference: fc.nat(REFERENCES - 1), times: fc.integer({ min: 1, max: 3 }) }).map(
    ({ reference, times }) =>
      (life: Life) =>
        life.notice(reference, times),
  ),
  fc.record({ which: fc.nat(9), how: fc.constantFrom('capture', 'void', 'release', 'decline') }).map(
    ({ which, how }) =>
      (life: Life) =>
        life.end(which, how as 'capture'),
  ),
  fc.record({ which: fc.nat(9), minor: fc.constantFrom(0, 333, PRICE), paid: fc.boolean() }).map(
    ({ which, minor, paid }) =>
      (life: Life) =>
        life.moneyBack(which, minor, paid),
  ),
  fc.constant(async (life: Life) => {
    await economy.gift(life.accounts[0], life.accounts[1], { quantity: 20 });
  }),
  fc.constant(async () => {
    passTime(economy, 73 * 3_600_000);
    await economy.app.get(ExpireHolds, { strict: false }).run();
  }),
);

const act = fc.oneof({ weight: 2, arbitrary: buys }, { weight: 3, arbitrary: others });

it('credits no coin without its captured payment, over HTTP and in any order', async () => {
  let bought = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 12, maxLength: 24, size: 'max' }),
      fc.boolean(),
      async (acts, reviewed) => {
        await judgeBy(economy, reviewed ? [{ kind: 'purchase', effect: 'review' }] : []);
        const life = new Life([await economy.account(), await economy.account({ creator: true })]);
        for (const one of acts) {
          await one(life);
          await life.check();
        }
        await expectSoundLedger(economy);
        bought += life.purchases.length;
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
  expect(bought).toBeGreaterThan(20);
});
