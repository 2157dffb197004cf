import { randomUUID } from 'node:crypto';
import type {
  BatchItem,
  DecisionAnswer,
  Problem,
  TransactionRequest,
  WalletView,
} from '@coinwarden/contracts';
import { ReferenceData } from '../../api/src/decisions/commands/reference-data.js';
import { installCatalogue } from '../../api/src/packages/packages.public.js';
import type { ConfigValues } from '../../api/src/platform/config/config.js';
import { startTestApp, type TestApp } from './app.js';

type Of<K extends TransactionRequest['kind']> = Extract<TransactionRequest, { kind: K }>;

/** The application with its catalogue on sale, and short ways to do what a platform does. */
export interface Economy extends TestApp {
  /** Registers an adult of a year's standing; answers the id. */
  account(overrides?: Record<string, unknown>): Promise<string>;
  submit(transaction: TransactionRequest, key?: string): Promise<DecisionAnswer>;
  batch(items: readonly BatchItem[]): Promise<(DecisionAnswer | Problem)[]>;
  buy(accountId: string, overrides?: Partial<Of<'purchase'>>): Promise<DecisionAnswer>;
  gift(accountId: string, recipientId: string, overrides?: Partial<Of<'gift'>>): Promise<DecisionAnswer>;
  wallet(accountId: string): Promise<WalletView>;
}

export async function startEconomy(overrides: Partial<ConfigValues> = {}): Promise<Economy> {
  const app = await startTestApp(overrides);
  await app.db.run((tx) => installCatalogue(tx));
  const post = (path: string) => app.asPlatform.post(path);
  const submit: Economy['submit'] = async (transaction, key = randomUUID()) => {
    const answer = await post('/v1/transactions').set('Idempotency-Key', key).send(transaction);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as DecisionAnswer;
  };
  return {
    ...app,
    submit,
    account: async (changes = {}) => {
      const accountId = `acc-${randomUUID()}`;
      await app.asPlatform
        .put(`/v1/accounts/${accountId}`)
        .send({
          createdAt: new Date(Date.now() - 365 * 86_400_000).toISOString(),
          country: 'US',
          timeZone: 'America/New_York',
          ageBand: 'adult',
          creator: false,
          ...changes,
        })
        .expect(200);
      return accountId;
    },
    batch: async (items) => {
      const answer = await post('/v1/transactions/batch').send({ items }).expect(200);
      return answer.body.results;
    },
    buy: (accountId, changes = {}) => submit({ ...purchaseOf(accountId), ...changes }),
    gift: (accountId, recipientId, changes = {}) =>
      submit({ kind: 'gift', accountId, recipientId, giftId: 'rose', quantity: 1, ...changes }),
    wallet: async (accountId) =>
      (await app.asPlatform.get(`/v1/accounts/${accountId}/wallet`).expect(200)).body as WalletView,
  };
}

/** 700 coins for US$ 9.99, captured, with a payment and a device of its own. */
export const purchaseOf = (accountId: string): Of<'purchase'> => ({
  kind: 'purchase',
  accountId,
  packageId: 'coins-700',
  money: { amountMinor: 999, currency: 'USD' },
  payment: {
    provider: 'stripe',
    reference: `pi_${randomUUID()}`,
    instrument: `card-${accountId}`,
    country: 'US',
    captured: true,
  },
  device: { id: `device-${accountId}`, ip: '198.51.100.7' },
});

/** Makes the next decision of every kind end as wanted, by a rule of its own in a new live version. */
export async function judgeBy(
  app: TestApp,
  rules: readonly { kind: TransactionRequest['kind']; effect: 'review' | 'decline' }[],
): Promise<void> {
  await app.db.run(async (tx) => {
    const [last] = await tx.query<{ version: number }>('SELECT max(version)::int AS version FROM rulesets');
    const version = (last?.version ?? 0) + 1;
    await tx.query("UPDATE rulesets SET status = 'retired' WHERE status = 'live'");
    await tx.query(
      `INSERT INTO rulesets (version, review_score, decline_score, comment, created_at, created_by)
       VALUES ($1, 50, 100, 'for a test', now(), 'test')`,
      [version],
    );
    for (const [i, { kind, effect }] of rules.entries()) {
      await tx.query(
        `INSERT INTO rules (version, key, position, rule_group, description, kinds, condition, effect, score, mode,
                            reason_code, message)
         VALUES ($1, $2, $3, 'lists', 'A rule of a test', $4, 'tx.coins >= 0', $5, 10, 'live', 'rule.test', 'Tested.')`,
        [version, `test-${kind.replaceAll('_', '-')}`, i, [kind], effect],
      );
    }
    await tx.query("UPDATE rulesets SET status = 'live' WHERE version = $1", [version]);
    await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'ruleset'");
  });
  await app.app.get(ReferenceData).current();
}
