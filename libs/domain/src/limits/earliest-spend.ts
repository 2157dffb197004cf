import type { Instant } from '../kernel/time.js';
import { checkLimits, type LimitsInForce } from './check-limits.js';
import { resetOf, type Spend } from './limit-usage.js';
import { PERIOD_WINDOWS } from './period.js';
import type { LimitRoom } from './spending-limit.js';

/**
 * When an account can spend so much again if it spends nothing before. Limits begin and end, windows start anew and an
 * exclusion runs out at known moments, and between two of them nothing changes: so asking at these moments is asking always.
 */
export interface EarliestSpend {
  /** Null: never, as limits stand. */
  readonly at: Instant | null;
  /** What stands in the way until then, one after the other. */
  readonly waits: readonly SpendWait[];
}

export interface SpendWait {
  readonly from: Instant;
  /** Null for what stands in the way for ever. */
  readonly until: Instant | null;
  /** The limit that refuses, with its room when the wait begins; null for the exclusion. */
  readonly refused: LimitRoom | null;
}

export interface SpendQuestion extends LimitsInForce {
  readonly spend: Spend;
  readonly excludedUntil: Instant | null;
}

export function earliestSpend(question: SpendQuestion): EarliestSpend {
  const waits: SpendWait[] = [];
  const moments = turningPoints(question);
  for (const [place, at] of moments.entries()) {
    const refused = obstacleAt(question, at);
    if (refused === undefined) return { at, waits };
    const until = moments[place + 1] ?? null;
    const last = waits.at(-1);
    if (last !== undefined && isSame(last.refused, refused)) waits[waits.length - 1] = { ...last, until };
    else waits.push({ from: at, until, refused });
  }
  return { at: null, waits };
}

/** The present moment and every later one at which the answer may become another. */
function turningPoints({ limits, usage, at, timeZone, excludedUntil }: SpendQuestion): Instant[] {
  const moments = new Set(PERIOD_WINDOWS.map((window) => resetOf(usage, window, at, timeZone)));
  if (excludedUntil !== null) moments.add(excludedUntil);
  for (const { effectiveFrom, effectiveUntil } of limits) {
    moments.add(effectiveFrom);
    if (effectiveUntil !== null) moments.add(effectiveUntil);
  }
  return [at, ...[...moments].filter((moment) => moment > at).sort((a, b) => a - b)];
}

/** What refuses the spend at a moment; null is the exclusion, undefined nothing. */
function obstacleAt(question: SpendQuestion, at: Instant): LimitRoom | null | undefined {
  const { excludedUntil } = question;
  if (excludedUntil !== null && at < excludedUntil) return null;
  return checkLimits({ ...question, at }).refused ?? undefined;
}

const isSame = (a: LimitRoom | null, b: LimitRoom | null): boolean =>
  a === null || b === null
    ? a === b
    : a.layer === b.layer && a.window === b.window && a.limit === b.limit && a.currency === b.currency;
