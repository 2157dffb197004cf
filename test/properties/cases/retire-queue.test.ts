import {
  CASE_STATUSES,
  type CaseQueue,
  DEFAULT_QUEUES,
  isRetired,
  livingQueue,
  planRerouting,
  type ReroutedCase,
  refuseRetiring,
  routeAlert,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const GATHERS = ['open', 'snoozed', 'escalated', 'second_look'] as const;
const account = fc.constantFrom('ada', 'ben', 'cho', 'dee', 'eve');

/** At most one case of an account gathers in a queue; appeals and samples come on top. */
const queueOf = (prefix: string): fc.Arbitrary<ReroutedCase[]> =>
  fc
    .record({
      gathering: fc.uniqueArray(
        fc.record({ accountId: account, status: fc.constantFrom(...GATHERS), held: fc.boolean() }),
        { selector: ({ accountId }) => accountId },
      ),
      others: fc.array(
        fc.record({
          accountId: account,
          held: fc.boolean(),
          kind: fc.constantFrom(
            { status: 'appealed', origin: 'review' } as const,
            { status: 'open', origin: 'sample' } as const,
          ),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ gathering, others }) =>
      [
        ...gathering.map((one) => ({ ...one, origin: 'review' as const })),
        ...others.map(({ kind, ...one }) => ({ ...one, ...kind })),
      ].map((one, i) => ({ ...one, caseId: `${prefix}-${i}` })),
    );

describe('rerouting the cases of a retired queue', () => {
  test('leaves every case in one place, and no account with two that gather', () => {
    fc.assert(
      fc.property(queueOf('from'), queueOf('there'), (waiting, all) => {
        const there = all.filter(({ origin, status }) => origin === 'review' && status !== 'appealed');
        const plan = planRerouting(waiting, there);
        const gone = new Set(plan.merged.map(({ from }) => from));
        const placed = waiting.map(({ caseId }) =>
          [plan.moved.includes(caseId), plan.stuck.includes(caseId), gone.has(caseId)].filter(Boolean),
        );
        expect(placed.every(({ length }) => length === 1)).toBe(true);
        const moved = waiting.filter(({ caseId }) => plan.moved.includes(caseId));
        const gathering = [...there, ...moved].filter(
          ({ caseId, origin, status }) => origin === 'review' && status !== 'appealed' && !gone.has(caseId),
        );
        expect(new Set(gathering.map(({ accountId }) => accountId)).size).toBe(gathering.length);
      }),
    );
  });

  test('never merges away what somebody holds, or what waits for a second person', () => {
    fc.assert(
      fc.property(queueOf('from'), queueOf('there'), (waiting, all) => {
        const there = all.filter(({ origin, status }) => origin === 'review' && status !== 'appealed');
        const byId = new Map([...waiting, ...there].map((one) => [one.caseId, one]));
        for (const { from, into } of planRerouting(waiting, there).merged) {
          const [source, target] = [byId.get(from)!, byId.get(into)!];
          expect([source.held, target.held, source.status === 'second_look']).toEqual([false, false, false]);
          expect(source.accountId).toBe(target.accountId);
        }
      }),
    );
  });
});

describe('a queue that is retired', () => {
  const retire = (queues: readonly CaseQueue[], queueId: string, into: string) =>
    queues.map((queue) => (queue.queueId === queueId ? { ...queue, retiredInto: into } : queue));

  test('takes no alert, and leads to one that is worked however many were retired in turn', () => {
    const first = retire(DEFAULT_QUEUES, 'content', 'transactions');
    const second = retire(first, 'transactions', 'general');
    expect(livingQueue(second, 'content').queueId).toBe('general');
    const alert = { kind: 'content', score: 900, valueAtRiskUsdMinor: 0n, language: undefined } as const;
    expect(routeAlert(second, alert).queueId).toBe('general');
    // Also where it stands last.
    const last = retire([...DEFAULT_QUEUES.toReversed()], 'high-value', 'general');
    expect(isRetired(routeAlert(last, { ...alert, kind: 'report' }))).toBe(false);
  });

  test.each([
    ['last', 'general', 'content'],
    ['into_itself', 'content', 'content'],
    ['into_unknown', 'content', 'nowhere'],
    ['into_retired', 'content', 'coin-fraud'],
    ['retired', 'coin-fraud', 'general'],
    [null, 'content', 'general'],
  ])('%s: %s into %s', (refusal, queueId, into) => {
    const queues = retire(DEFAULT_QUEUES, 'coin-fraud', 'general');
    const queue = queues.find((one) => one.queueId === queueId)!;
    expect(refuseRetiring(queues, { queue, into })).toBe(refusal);
  });

  test('knows of every status of a case', () => {
    const known = [...GATHERS, 'decided', 'closed', 'merged', 'appealed'];
    expect([...CASE_STATUSES].sort()).toEqual([...known].sort());
  });
});
