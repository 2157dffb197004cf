import {
  DEFAULT_QUEUES,
  distinctAlerts,
  type NewAlert,
  priorityOf,
  routeAlert,
  urgencyOf,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const alertOf = (changes: Partial<NewAlert> = {}): NewAlert => ({
  kind: 'report',
  key: 'one',
  accountId: 'ada',
  score: 500,
  reason: { code: 'report.user', message: 'Reported.', values: {} },
  valueAtRiskUsdMinor: 0n,
  at: 0,
  ...changes,
});

const queue = DEFAULT_QUEUES[1]!;
const facts = fc.record({
  openedAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  valueUsdMinor: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
  score: fc.integer({ min: 0, max: 1_000 }),
});

describe('the order of cases', () => {
  test('is never later for more value, a surer alert or a nearer deadline', () => {
    fc.assert(
      fc.property(
        facts,
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.option(fc.integer({ min: 0, max: 100_000_000 })),
        fc.integer({ min: 0, max: 100_000_000 }),
        (before, moreValue, higher, dueIn, sooner) => {
          const alertsDueAt = dueIn === null ? null : before.openedAt + dueIn;
          const after = {
            openedAt: before.openedAt,
            valueUsdMinor: before.valueUsdMinor + moreValue,
            score: Math.max(before.score, higher),
            alertsDueAt: alertsDueAt === null ? null : Math.max(before.openedAt, alertsDueAt - sooner),
          };
          const first = priorityOf(queue, { ...before, alertsDueAt });
          const second = priorityOf(queue, after);
          expect(second.workBy).toBeLessThanOrEqual(first.workBy);
          expect(second.dueAt).toBeLessThanOrEqual(first.dueAt);
          expect(second.urgency).toBeGreaterThanOrEqual(first.urgency);
        },
      ),
    );
  });

  test('starves nobody: whatever is opened after a case was due comes after it', () => {
    fc.assert(
      fc.property(facts, facts, (waiting, urgent) => {
        const first = priorityOf(queue, { ...waiting, alertsDueAt: null });
        const later = { ...urgent, openedAt: first.dueAt + 1, alertsDueAt: null };
        expect(priorityOf(queue, later).workBy).toBeGreaterThan(first.workBy);
      }),
    );
  });

  test('reads urgency from value and score as documented', () => {
    expect(urgencyOf({ valueUsdMinor: 0n, score: 0 })).toBe(0);
    expect(urgencyOf({ valueUsdMinor: 999_900n, score: 1_000 })).toBeCloseTo(1);
    expect(urgencyOf({ valueUsdMinor: 9_900n, score: 0 })).toBeCloseTo(0.3);
    expect(urgencyOf({ valueUsdMinor: 0n, score: 500 })).toBeCloseTo(0.2);
  });

  test('lies before the deadline, and never after the promise of its queue', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 1_000_000_000 }), (given, dueIn) => {
        const alertsDueAt = given.openedAt + dueIn;
        const { workBy, dueAt } = priorityOf(queue, { ...given, alertsDueAt });
        expect(workBy).toBeGreaterThanOrEqual(given.openedAt);
        expect(workBy).toBeLessThanOrEqual(dueAt);
        expect(dueAt).toBeLessThanOrEqual(alertsDueAt);
      }),
    );
  });
});

describe('routing', () => {
  test('sends an alert to the first queue that wants it', () => {
    const at = (changes: Partial<NewAlert>) => routeAlert(DEFAULT_QUEUES, alertOf(changes)).queueId;
    expect(at({ kind: 'transaction', valueAtRiskUsdMinor: 50_000n })).toBe('high-value');
    expect(at({ kind: 'transaction', valueAtRiskUsdMinor: 49_999n })).toBe('transactions');
    expect(at({ kind: 'content' })).toBe('content');
    expect(at({ kind: 'security', valueAtRiskUsdMinor: 90_000n })).toBe('account-security');
    expect(at({ kind: 'ring' })).toBe('coin-fraud');
    expect(at({ kind: 'report' })).toBe('general');
  });

  test('asks for language and score where a queue does', () => {
    const german = { ...queue, queueId: 'german', kinds: [], languages: ['de'], minScore: 100 };
    const queues = [german, DEFAULT_QUEUES.at(-1)!];
    expect(routeAlert(queues, alertOf({ language: 'de' })).queueId).toBe('german');
    expect(routeAlert(queues, alertOf({ language: 'de', score: 99 })).queueId).toBe('general');
    expect(routeAlert(queues, alertOf({ language: 'fr' })).queueId).toBe('general');
    expect(routeAlert(queues, alertOf()).queueId).toBe('general');
  });
});

test('an alert is one by its account, kind and key', () => {
  const alerts = [alertOf(), alertOf({ score: 900 }), alertOf({ key: 'two' }), alertOf({ accountId: 'bob' })];
  expect(distinctAlerts(alerts)).toEqual([alerts[0], alerts[2], alerts[3]]);
});
