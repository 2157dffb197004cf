import type { RuleHealthDetail, RuleHealthReport, RuleHealthView } from '@coinwarden/contracts';
import {
  DAY,
  healthAlerts,
  hitRateOf,
  type Instant,
  populationStability,
  type Rule,
  type RuleCounts,
  type TransactionKind,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readFirstReleases, readTheRuleset } from '../../rules/rules.public.js';
import { latestCurves } from '../persistence/backtests.store.js';
import { type LabelDay, latestStopped, readLabelSums } from '../persistence/label-days.store.js';
import { latestFailures } from '../persistence/rule-failures.store.js';
import { type RuleDay, readRuleDays } from '../persistence/rule-sums.store.js';

/** How the rules of the live version fare, from the sums by day. */
@Injectable()
export class RuleHealthFigures {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async report(days: number): Promise<RuleHealthReport> {
    const now = this.clock.now();
    const from = startOf(now, days);
    const [live, released, sums, labels] = await Promise.all([
      readTheRuleset(this.db, 'live'),
      readFirstReleases(this.db),
      readRuleDays(this.db, from - days * DAY),
      readLabelSums(this.db, from),
    ]);
    const rules = (live?.rules ?? []).map((rule) => healthOf(rule, { released, sums, labels, from, days }));
    return {
      asOf: new Date(now).toISOString(),
      days,
      version: live?.version ?? 0,
      rules: rules.sort((a, b) => b.alerts.length - a.alerts.length || b.fired - a.fired),
    };
  }

  async detail(key: string, days: number): Promise<RuleHealthDetail> {
    const from = startOf(this.clock.now(), days);
    const [stopped, curves, failures] = await Promise.all([
      latestStopped(this.db, from),
      latestCurves(this.db, key),
      latestFailures(this.db, { key, from }),
    ]);
    const both = new Map<string, number>();
    const together = stopped.filter((keys) => keys.includes(key));
    for (const keys of together)
      for (const other of keys) if (other !== key) both.set(other, (both.get(other) ?? 0) + 1);
    const rules = [...both].map(([other, n]) => ({ key: other, both: n })).sort((a, b) => b.both - a.both);
    return {
      overlap: { looked: stopped.length, fired: together.length, rules },
      curves,
      failures: failures.map(({ at, ...failure }) => ({ ...failure, at: new Date(at).toISOString() })),
    };
  }
}

/** Whole days in UTC, today included. */
const startOf = (now: Instant, days: number): Instant => (Math.floor(now / DAY) - days + 1) * DAY;

interface Sources {
  /** When each rule was first released. */
  readonly released: ReadonlyMap<string, Instant>;
  readonly sums: readonly RuleDay[];
  readonly labels: ReadonlyMap<string, LabelDay>;
  readonly from: Instant;
  readonly days: number;
}

function healthOf(rule: Rule, { released, sums, labels, from, days }: Sources): RuleHealthView {
  const looksAt = (kind: TransactionKind) => rule.kinds === undefined || rule.kinds.includes(kind);
  const own = sums.filter(({ kind, key }) => (key === '' && looksAt(kind)) || key === rule.key);
  const countsOf = (some: readonly RuleDay[]): RuleCounts => {
    const counts = { asked: 0, fired: 0, failed: 0 };
    for (const { key, fired, failed } of some) {
      if (key === '') counts.asked += fired;
      else {
        counts.fired += fired;
        counts.failed += failed;
      }
    }
    return counts;
  };
  const now = countsOf(own.filter(({ day }) => day >= from));
  const before = countsOf(own.filter(({ day }) => day < from));
  const isNew = (released.get(rule.key) ?? Number.POSITIVE_INFINITY) > from - days * DAY;
  const { fraud, good } = labels.get(rule.key) ?? { fraud: 0, good: 0 };
  const bins = ({ asked, fired }: RuleCounts) => [fired, Math.max(0, asked - fired)];
  return {
    key: rule.key,
    description: rule.description,
    mode: rule.mode,
    effect: rule.effect.type,
    score: rule.effect.score,
    kinds: rule.kinds ? [...rule.kinds] : null,
    ...now,
    hitRate: hitRateOf(now),
    hitRateBefore: hitRateOf(before),
    stability: populationStability(bins(before), bins(now)),
    fraud,
    good,
    precision: fraud + good === 0 ? null : fraud / (fraud + good),
    alerts: healthAlerts({ mode: rule.mode, now, before, isNew, fraud, good }),
    days: Array.from({ length: days }, (_, i) => {
      const at = from + i * DAY;
      const { asked, fired } = countsOf(own.filter(({ day }) => day === at));
      return { at: new Date(at).toISOString(), asked, fired };
    }),
  };
}
