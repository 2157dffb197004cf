import { randomUUID } from 'node:crypto';
import type { SimulatedItem, Simulation } from '@coinwarden/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  LiveMoneyBack,
  playLive,
  SandboxClient,
  ServiceClient,
} from '../../../api/src/simulation/simulation.public.js';
import { judgeBy, purchaseOf } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

type MoneyBack = Extract<SimulatedItem, { kind: 'money_back' }>;

let economy: SandboxEconomy;
let client: ServiceClient;
beforeAll(async () => {
  economy = await startSandbox();
  economy.startTicking();
  await judgeBy(economy, []);
  client = new ServiceClient(economy.url, economy.apiKey);
});
afterAll(async () => {
  await client.close();
  await economy.close();
});

/** Somebody signs up, buys for US$ 9.99, and this becomes of the money in the same breath. */
function buyerWho(
  event: MoneyBack['event'],
  uncaptured = false,
): { reference: string; items: SimulatedItem[] } {
  const at = Date.now();
  const accountId = `live-${randomUUID()}`;
  const idempotencyKey = randomUUID();
  const bought = purchaseOf(accountId);
  const { reference, provider } = bought.payment;
  const transaction = { ...bought, payment: { ...bought.payment, captured: !uncaptured } };
  const account = {
    accountId,
    createdAt: new Date(at - 400 * 86_400_000).toISOString(),
    country: 'US',
    timeZone: 'America/New_York',
    ageBand: 'adult',
    creator: false,
  } as const;
  return {
    reference,
    items: [
      { at, kind: 'account', account },
      { at, kind: 'transaction', idempotencyKey, transaction },
      { at, kind: 'money_back', purchase: { accountId, idempotencyKey, provider, reference }, event },
    ],
  };
}

/** Plays this and nothing else, to its end; answers what failed. */
async function play(items: readonly SimulatedItem[]): Promise<string[]> {
  const failures: string[] = [];
  const simulation: Simulation = {
    items: (function* () {
      yield* items;
    })(),
    takeLabels: () => [],
  };
  await playLive({
    client,
    moneyBack: new LiveMoneyBack(client, new SandboxClient(economySandbox())),
    simulation,
    ratePerSecond: 1_000,
    durationSeconds: null,
    signal: new AbortController().signal,
    onSecond: (second) => failures.push(...Object.keys(second.failures)),
    onLabels: async () => undefined,
  });
  return failures;
}

const economySandbox = () => ({ url: economy.stripe.apiUrl, key: economy.stripe.apiKey });

const of = async <Row>(table: 'refunds' | 'disputes' | 'fraud_warnings', reference: string): Promise<Row[]> =>
  economy.db.query<Row & object>(`SELECT * FROM ${table} WHERE reference = $1`, [reference]) as Promise<
    Row[]
  >;

describe('live traffic', () => {
  it('has buyers who ask for their money, whole and in part, before their purchase is answered', async () => {
    const ask = { type: 'refund_request', askedOf: 'platform', reason: 'accidental_purchase' } as const;
    const whole = buyerWho({ ...ask, percent: 100 });
    const part = buyerWho({ ...ask, percent: 40 }, true);
    expect(await play([...whole.items, ...part.items])).toEqual([]);
    await eventually(async () => {
      const [all] = await of<{ status: string; amount_minor: bigint }>('refunds', whole.reference);
      expect(all).toMatchObject({ status: 'succeeded', amount_minor: 999n });
      const [some] = await of<{ status: string; amount_minor: bigint }>('refunds', part.reference);
      expect(some).toMatchObject({ status: 'succeeded', amount_minor: 399n });
    });
    expect(await economy.sandbox.refunds(whole.reference)).toHaveLength(1);
    await expectSoundLedger(economy);
  });

  it('has banks that dispute and card schemes that warn, told by the provider’s notices', async () => {
    const disputed = buyerWho({
      type: 'dispute',
      caseType: 'chargeback',
      reason: 'product_not_received',
      verdict: 'lost',
      answerWithinMs: 86_400_000,
      decidesAfterMs: 1_000,
    });
    const warned = buyerWho({ type: 'fraud_warning', fraudType: 'made_with_stolen_card' });
    expect(await play([...disputed.items, ...warned.items])).toEqual([]);
    await eventually(async () => {
      const [dispute] = await of<{ reason: string; withdrawn_minor: bigint }>('disputes', disputed.reference);
      expect(dispute).toMatchObject({ reason: 'product_not_received', withdrawn_minor: 999n });
      const [warning] = await of<{ status: string }>('fraud_warnings', warned.reference);
      expect(warning).toMatchObject({ status: 'refunding' });
    });
    await expectSoundLedger(economy);
  });

  it('leaves alone what the bank never saw, and nobody asks twice', async () => {
    const { items, reference } = buyerWho({
      type: 'refund_request',
      askedOf: 'platform',
      reason: 'accidental_purchase',
      percent: 100,
    });
    const [, , asked] = items as [SimulatedItem, SimulatedItem, MoneyBack];
    const stranger = { ...asked, purchase: { ...asked.purchase, idempotencyKey: randomUUID() } };
    expect(await play([...items, asked, stranger])).toEqual([]);
    expect(await of('refunds', reference)).toHaveLength(1);
    await eventually(async () => expect(await economy.sandbox.refunds(reference)).toHaveLength(1));
    await expectSoundLedger(economy);
  });
});
