import {
  type Instant,
  type NextVersion,
  type PolicyVersion,
  planEnd,
  planNextVersion,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

/** A policy under change, as the database keeps it. */
class Policy {
  versions: PolicyVersion[] = [];
  private latest = 0;

  set(from: Instant): void {
    const plan: NextVersion = planNextVersion(this.versions, from);
    this.apply(plan);
    this.latest++;
    this.versions.push({ version: this.latest, effectiveFrom: from, effectiveUntil: plan.effectiveUntil });
  }

  end(version: PolicyVersion, at: Instant, now: Instant): boolean {
    const plan = planEnd(this.versions, version, { at, now });
    if (plan.ok) this.apply(plan.value);
    return plan.ok;
  }

  holdingAt(at: Instant): number[] {
    return this.versions
      .filter((v) => v.effectiveFrom <= at && (v.effectiveUntil === null || at < v.effectiveUntil))
      .map((v) => v.version);
  }

  private apply({ ends, withdrawn }: Pick<NextVersion, 'ends' | 'withdrawn'>): void {
    this.versions = this.versions
      .filter((v) => !withdrawn.includes(v.version))
      .map((v) => ({ ...v, ...ends.find((end) => end.version === v.version) }));
  }
}

/** Further than any run of steps reaches. */
const HORIZON = 100;
const step = fc.record({
  passes: fc.integer({ min: 0, max: 5 }),
  ahead: fc.integer({ min: 0, max: 15 }),
  ends: fc.option(fc.nat({ max: 5 }), { nil: null }),
});

describe('the versions of a policy', () => {
  it('tile time, whatever is changed and ended in whatever order, and nothing that held ever changes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const policy = new Policy();
        const held: number[][] = [];
        let now = 0;
        for (const { passes, ahead, ends } of steps) {
          for (let i = 0; i < passes; i++) held.push(policy.holdingAt(now++));
          const ended = ends === null ? undefined : policy.versions[ends];
          if (ended) policy.end(ended, now + ahead, now);
          else policy.set(now + ahead);
          const most = Array.from({ length: HORIZON }, (_, at) => policy.holdingAt(at).length);
          expect(Math.max(...most)).toBeLessThanOrEqual(1);
          expect(policy.versions.every((v) => (v.effectiveUntil ?? HORIZON) > v.effectiveFrom)).toBe(true);
          expect(held).toEqual(held.map((_, at) => policy.holdingAt(at)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('follow each other from the moment that was asked for until the next one begins', () => {
    const policy = new Policy();
    policy.set(0);
    policy.set(20);
    policy.set(10);
    expect([5, 10, 19, 20].map((at) => policy.holdingAt(at))).toEqual([[1], [3], [3], [2]]);
    policy.set(20);
    expect(policy.holdingAt(25)).toEqual([4]);
  });

  it('that never began leave their time to the one before', () => {
    const policy = new Policy();
    policy.set(0);
    policy.set(20);
    expect(policy.end(policy.versions[1]!, 5, 5)).toBe(true);
    expect(policy.versions).toEqual([{ version: 1, effectiveFrom: 0, effectiveUntil: null }]);
  });

  it('are not ended twice, nor behind the one that follows', () => {
    const policy = new Policy();
    policy.set(0);
    policy.set(20);
    const [first] = policy.versions;
    expect(planEnd(policy.versions, first!, { at: 21, now: 5 })).toMatchObject({
      failure: { code: 'policy.followed' },
    });
    expect(planEnd(policy.versions, first!, { at: 25, now: 20 })).toMatchObject({
      failure: { code: 'policy.over' },
    });
    expect(policy.end(first!, 10, 5)).toBe(true);
    expect([9, 10, 20].map((at) => policy.holdingAt(at))).toEqual([[1], [], [2]]);
  });
});
