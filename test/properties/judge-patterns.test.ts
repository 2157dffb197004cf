import { judgePatterns } from '../evaluate/patterns/judge-patterns.js';
import type { Naming, ObservedTransaction } from '../evaluate/patterns/observe.js';

const HOUR = 3_600_000;

const tx = (hours: number, changes: Partial<ObservedTransaction>): ObservedTransaction => ({
  accountId: 'bot',
  recipientId: null,
  kind: 'reward',
  at: hours * HOUR,
  pattern: 'promotion_farm',
  outcome: 'approve',
  stood: true,
  rules: [],
  shadowRules: [],
  reasonCodes: [],
  valueUsdMinor: 100,
  ...changes,
});

const farm = (named: readonly Naming[], changes: Partial<ObservedTransaction> = {}) =>
  judgePatterns({
    transactions: [
      tx(1, {}),
      tx(2, { kind: 'gift', recipientId: 'owner', ...changes }),
      tx(9, { kind: 'withdrawal', accountId: 'owner' }),
      tx(3, { accountId: 'ann', pattern: null }),
    ].sort((a, b) => a.at - b.at),
    namings: named,
    schemers: new Map([
      ['bot', 'promotion_farm'],
      ['owner', 'promotion_farm'],
    ]),
  });

const naming = (accountId: string, hours: number, code = 'free_coins.farm'): Naming => ({
  accountId,
  kind: 'free_coins',
  code,
  at: hours * HOUR,
});

const countsOf = (judged: ReturnType<typeof farm>) =>
  judged.patterns.find(({ pattern }) => pattern === 'promotion_farm')!;

describe('how patterns are judged', () => {
  it.each([
    ['nobody says anything', [], 0],
    ['named while the value is still here', [naming('bot', 8)], 1],
    ['named when the money has left by way of another', [naming('bot', 9)], 0],
    ['all are named', [naming('bot', 2), naming('owner', 3)], 2],
  ])('%s', (_, named, caught) => {
    expect(countsOf(farm(named))).toMatchObject({ accounts: 2, accountsCaught: caught, transactions: 3 });
  });

  it('a rule that holds what goes from one to the other catches both', () => {
    const held = { outcome: 'review', stood: false, rules: ['promotion-farm-device'] } as const;
    expect(countsOf(farm([], held))).toMatchObject({
      accountsCaught: 2,
      transactionsCaught: 1,
      valueUsdMinor: 300,
      valueCaughtUsdMinor: 100,
      pointedTransactions: 1,
      rightTransactions: 1,
    });
  });

  it('what failed for lack of coins was nothing to catch', () => {
    const starved = {
      outcome: 'decline',
      stood: false,
      reasonCodes: ['funds.insufficient_coins'],
    } as const;
    expect(countsOf(farm([], starved))).toMatchObject({ transactions: 2, transactionsCaught: 0 });
  });

  it('pointing at somebody honest costs precision and is counted with the honest', () => {
    const judged = farm([naming('bot', 2), naming('ann', 4)]);
    expect(countsOf(judged)).toMatchObject({ pointedAccounts: 2, rightAccounts: 1 });
    expect(judged.honest).toMatchObject({ accounts: 1, accountsTouched: 1, accountsNamed: 1 });
  });
});
