import { type CountedAlerts, DEFAULT_QUEUES, previewRouting, withQueue } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const alerts = fc.array(
  fc.record({
    kind: fc.constantFrom('transaction', 'content', 'report', 'ring'),
    score: fc.integer({ min: 0, max: 1_000 }),
    valueAtRiskUsdMinor: fc.bigInt({ min: 0n, max: 200_000n }),
    count: fc.integer({ min: 1, max: 50 }),
  }),
) as fc.Arbitrary<CountedAlerts[]>;
const queue = fc.record({
  queueId: fc.constantFrom('new', ...DEFAULT_QUEUES.map(({ queueId }) => queueId)),
  minScore: fc.integer({ min: 0, max: 1_000 }),
  paused: fc.boolean(),
});

describe('a preview of routing', () => {
  test('loses and invents no alert: what a queue gains and loses is the difference it makes', () => {
    fc.assert(
      fc.property(alerts, queue, (seen, changes) => {
        const known = DEFAULT_QUEUES.find(({ queueId }) => queueId === changes.queueId);
        const after = withQueue(DEFAULT_QUEUES, { ...DEFAULT_QUEUES[1]!, ...known, ...changes });
        const { queueId } = changes;
        const preview = previewRouting(queueId, { before: DEFAULT_QUEUES, after, alerts: seen });
        const sum = (shifts: readonly { alerts: number }[]) =>
          shifts.reduce((total, shift) => total + shift.alerts, 0);
        expect(preview.alerts).toBe(seen.reduce((total, { count }) => total + count, 0));
        expect(preview.after - preview.before).toBe(sum(preview.gains) - sum(preview.losses));
        expect(preview.gains.map((shift) => shift.queueId)).not.toContain(queueId);
      }),
    );
  });

  test('of a queue as it is shows that nothing moves', () => {
    fc.assert(
      fc.property(alerts, fc.constantFrom(...DEFAULT_QUEUES), (seen, same) => {
        const after = withQueue(DEFAULT_QUEUES, same);
        expect(after).toEqual(DEFAULT_QUEUES);
        const preview = previewRouting(same.queueId, { before: DEFAULT_QUEUES, after, alerts: seen });
        expect([preview.gains, preview.losses]).toEqual([[], []]);
        expect(preview.before).toBe(preview.after);
      }),
    );
  });

  test('puts a new queue before the last, which takes everything', () => {
    const after = withQueue(DEFAULT_QUEUES, { ...DEFAULT_QUEUES[1]!, queueId: 'new' });
    expect(after.at(-1)).toBe(DEFAULT_QUEUES.at(-1));
    expect(after.at(-2)!.queueId).toBe('new');
  });
});
