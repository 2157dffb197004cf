/**
 * How a rule fares in the decisions themselves: how often it fires, whether that changed, how often it was right. Counts come
 * from sums by day; a rule is judged only where there is enough to judge by, so that a quiet week is no alarm.
 */
import type { RuleMode } from '../risk/rule.js';

export const HEALTH_ALERTS = [
  'failing',
  'never_fired',
  'fell_silent',
  'drifted',
  'fires_on_most',
  'mostly_wrong',
] as const;
export type HealthAlert = (typeof HEALTH_ALERTS)[number];

export interface RuleCounts {
  /** Transactions of the kinds the rule looks at that rules were asked about. */
  readonly asked: number;
  readonly fired: number;
  readonly failed: number;
}

export interface HealthFacts {
  readonly mode: RuleMode;
  readonly now: RuleCounts;
  /** The same number of days before. */
  readonly before: RuleCounts;
  /** Whether decisions first asked it after the earlier days had begun: that it did not fire then says nothing. */
  readonly isNew: boolean;
  readonly fraud: number;
  readonly good: number;
}

export const hitRateOf = ({ asked, fired }: RuleCounts): number | null =>
  asked === 0 ? null : fired / asked;

/** Below this a share is taken as this: an empty bin says little and would weigh without bound. */
const SMALLEST_SHARE = 1e-6;

/**
 * The population stability index of two distributions over the same bins: 0 when they are alike, above 0.1 worth a look,
 * above 0.25 another population (the usual reading in credit scoring).
 */
export function populationStability(before: readonly number[], now: readonly number[]): number {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const [all, allNow] = [sum(before), sum(now)];
  if (all === 0 || allNow === 0) return 0;
  return before.reduce((index, count, i) => {
    const p = Math.max(count / all, SMALLEST_SHARE);
    const q = Math.max((now[i] ?? 0) / allNow, SMALLEST_SHARE);
    return index + (q - p) * Math.log(q / p);
  }, 0);
}

/** How far two rates lie apart, in standard errors of their difference. */
export function rateChange(before: RuleCounts, now: RuleCounts): number {
  if (before.asked === 0 || now.asked === 0) return 0;
  const pooled = (before.fired + now.fired) / (before.asked + now.asked);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.asked + 1 / now.asked));
  return error === 0 ? 0 : (now.fired / now.asked - before.fired / before.asked) / error;
}

const ENOUGH_ASKED = 200;
const ENOUGH_LABELS = 20;
const ENOUGH_FIRED_BEFORE = 10;
const CLEAR_CHANGE = 4;
const LARGE_FACTOR = 1.5;
const MOST = 0.5;
const MOSTLY_WRONG = 0.2;

/** What somebody should look at, the gravest first. */
export function healthAlerts({ mode, now, before, isNew, fraud, good }: HealthFacts): HealthAlert[] {
  const alerts: HealthAlert[] = [];
  if (mode === 'off') return alerts;
  if (now.failed > 0) alerts.push('failing');
  if (now.asked >= ENOUGH_ASKED && now.fired === 0) {
    if (before.fired >= ENOUGH_FIRED_BEFORE) alerts.push('fell_silent');
    else if (before.fired === 0) alerts.push('never_fired');
  } else if (!(isNew && before.fired === 0) && hasDrifted(before, now)) alerts.push('drifted');
  if (now.asked >= ENOUGH_ASKED && now.fired / now.asked > MOST) alerts.push('fires_on_most');
  if (fraud + good >= ENOUGH_LABELS && fraud / (fraud + good) < MOSTLY_WRONG) alerts.push('mostly_wrong');
  return alerts;
}

/** Too clear to be chance, and large enough to matter. */
function hasDrifted(before: RuleCounts, now: RuleCounts): boolean {
  if (before.asked < ENOUGH_ASKED || now.asked < ENOUGH_ASKED) return false;
  const [rate, rateBefore] = [now.fired / now.asked, before.fired / before.asked];
  const large = rate > LARGE_FACTOR * rateBefore || rateBefore > LARGE_FACTOR * rate;
  return large && Math.abs(rateChange(before, now)) > CLEAR_CHANGE;
}
