import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { noticeSettings, sendStripe, stripeEvent } from '../../support/notice-senders.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: true, ...noticeSettings() });
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

type Step = 'decide' | 'capture' | 'refund_pending' | 'refund_done';
const STEPS: readonly Step[] = ['decide', 'capture', 'refund_pending', 'refund_done'];

const permutations = (steps: readonly Step[]): Step[][] =>
  steps.length <= 1
    ? [[...steps]]
    : steps.flatMap((first) =>
        permutations(steps.filter((step) => step !== first)).map((rest) => [first, ...rest]),
      );

const process = () => economy.app.get(ProcessNotices).run();
const hurry = () =>
  economy.db.query(
    "UPDATE provider_notices SET next_attempt_at = now() - interval '1 s' WHERE next_attempt_at IS NOT NULL",
  );

/** One purchase whose notices come in the given order, each of them twice, and what is left of it in the end. */
async function live(order: readonly Step[]) {
  const buyer = await economy.account();
  const intent = `pi_${randomUUID()}`;
  const charge = `ch_${randomUUID()}`;
  const created = Math.floor(Date.now() / 1_000);
  const refund = (status: string, at: number) =>
    stripeEvent(
      'refund.updated',
      { id: `re_${intent}`, amount: 333, currency: 'usd', charge, payment_intent: intent, status },
      { created: created + at },
    );
  const events = {
    capture: stripeEvent(
      'charge.captured',
      { id: charge, captured: true, payment_intent: intent },
      { created },
    ),
    refund_pending: refund('pending', 1),
    refund_done: refund('succeeded', 2),
  };
  let transactionId = '';
  for (const step of order) {
    if (step === 'decide') {
      const payment = { ...purchaseOf(buyer).payment, reference: intent, captured: false };
      ({ transactionId } = await economy.buy(buyer, { payment }));
    } else {
      for (let twice = 0; twice < 2; twice++) await sendStripe(economy, events[step]).expect(200);
      await process();
    }
  }
  return () => standing({ buyer, intent, transactionId });
}

/** Everything that is tried again is tried now. */
async function standing({
  buyer,
  intent,
  transactionId,
}: {
  buyer: string;
  intent: string;
  transactionId: string;
}) {
  await hurry();
  await process();
  const states = await economy.db.query<{ state: string; reason: string | null }>(
    'SELECT state, reason FROM provider_notices WHERE payment_refs @> ARRAY[$1]',
    [intent],
  );
  const refunds = await economy.db.query<{ status: string; amount_minor: bigint }>(
    'SELECT status, amount_minor FROM refunds WHERE account_id = $1',
    [buyer],
  );
  const { coins } = await economy.wallet(buyer);
  const status = (await economy.asPlatform.get(`/v1/transactions/${transactionId}`).expect(200)).body.status;
  return { status, coins, refunds, states };
}

it.each(permutations(STEPS).map((order) => [order.join(', '), order] as const))(
  'whatever the order, told twice: %s',
  async (_, order) => {
    const standing = await live(order);
    await eventually(async () =>
      expect(await standing()).toEqual({
        status: 'posted',
        coins: expect.objectContaining({ paid: 467, held: 0, available: 467 }),
        refunds: [{ status: 'succeeded', amount_minor: 333n }],
        states: Array.from({ length: 3 }, () => ({ state: 'processed', reason: null })),
      }),
    );
  },
);
