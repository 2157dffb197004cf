import { MAX_AMOUNT } from '../kernel/coins.js';
import { fail, ok, type Result } from '../kernel/failure.js';
import { DAY, type Instant } from '../kernel/time.js';
import { compareMoney, hasReferenceRate } from './convert-money.js';
import {
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitLayer,
  type LimitMeasure,
  type LimitWindow,
  type SpendingLimit,
} from './spending-limit.js';
import { inForce } from './standing-limits.js';

/** The layers that are set for one account. */
export type PersonalLayer = Exclude<LimitLayer, 'regulator' | 'platform'>;

export interface RequestedLimit {
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly limit: bigint;
  /** Null for coins. */
  readonly currency: string | null;
}

export interface LimitChange {
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  /** `withdrawn`: a raise or removal that was waiting no longer is. */
  readonly kind: 'added' | 'lowered' | 'raised' | 'removed' | 'withdrawn';
  readonly from: Ceiling | null;
  readonly to: Ceiling | null;
  readonly effectiveFrom: Instant;
}

interface Ceiling {
  readonly limit: bigint;
  readonly currency: string | null;
}

export interface LimitPlan {
  /** All that stands for the layer from now on: what is in force and what is waiting. */
  readonly limits: readonly SpendingLimit[];
  readonly changes: readonly LimitChange[];
}

/** How long a raise or a removal waits. Staff are no party to the temptation this guards against: theirs binds at once. */
const COOLING_OFF: Readonly<Record<PersonalLayer, number>> = { self: DAY, guardian: DAY, staff: 0 };

/**
 * Replaces a layer's limits by the requested set. Lowering or adding binds at once; raising or removing binds after the
 * cooling-off, and asking again for the present value withdraws it. A raise that is asked for again, or made smaller
 * while it waits, keeps the time it was promised for; a larger one waits anew.
 */
export function planLimitChange(input: {
  readonly current: readonly SpendingLimit[];
  readonly requested: readonly RequestedLimit[];
  readonly layer: PersonalLayer;
  readonly now: Instant;
}): Result<LimitPlan, 'limit.invalid'> {
  const { requested, layer, now } = input;
  const invalid = firstInvalid(requested);
  if (invalid !== null) return fail('limit.invalid', invalid);

  const limits: SpendingLimit[] = [];
  const changes: LimitChange[] = [];
  for (const measure of LIMIT_MEASURES) {
    for (const window of LIMIT_WINDOWS) {
      const same = (l: RequestedLimit | SpendingLimit) => l.measure === measure && l.window === window;
      const mine = input.current.filter((l) => l.layer === layer && same(l));
      const planned = planOne({
        key: { layer, measure, window },
        active: mine.find((l) => inForce(l, now)) ?? null,
        pending: mine.find((l) => l.effectiveFrom > now) ?? null,
        wanted: requested.find(same) ?? null,
        now,
      });
      limits.push(...planned.limits);
      if (planned.change !== null) changes.push(planned.change);
    }
  }
  return ok({ limits, changes });
}

interface One {
  readonly key: Pick<SpendingLimit, 'layer' | 'measure' | 'window'> & { readonly layer: PersonalLayer };
  readonly active: SpendingLimit | null;
  readonly pending: SpendingLimit | null;
  readonly wanted: Ceiling | null;
  readonly now: Instant;
}

type Planned = { readonly limits: readonly SpendingLimit[]; readonly change: LimitChange | null };

function planOne({ key, active, pending, wanted, now }: One): Planned {
  const { measure, window } = key;
  const change = (kind: LimitChange['kind'], effectiveFrom: Instant): LimitChange => ({
    measure,
    window,
    kind,
    from: active && ceilingOf(active),
    to: wanted && ceilingOf(wanted),
    effectiveFrom,
  });
  const beginning = (ceiling: Ceiling, effectiveFrom: Instant): SpendingLimit => ({
    ...key,
    ...ceilingOf(ceiling),
    effectiveFrom,
    effectiveUntil: null,
  });

  if (active === null) {
    if (wanted === null) return { limits: [], change: pending && change('withdrawn', now) };
    return { limits: [beginning(wanted, now)], change: change('added', now) };
  }
  const waiting = active.effectiveUntil;
  if (wanted !== null && sameCeiling(wanted, active)) {
    const kept = { ...active, effectiveUntil: null };
    return { limits: [kept], change: waiting === null ? null : change('withdrawn', now) };
  }
  if (wanted !== null && !isAbove(wanted, active)) {
    return { limits: [beginning(wanted, now)], change: change('lowered', now) };
  }

  const keepsPromise = waiting !== null && !isAbove(wanted, pending);
  const from = keepsPromise ? waiting : now + COOLING_OFF[key.layer];
  const ending = from > now ? [{ ...active, effectiveUntil: from }] : [];
  const asBefore =
    keepsPromise && (wanted === null ? pending === null : pending !== null && sameCeiling(wanted, pending));
  return {
    limits: wanted === null ? ending : [...ending, asBefore ? pending! : beginning(wanted, from)],
    change: asBefore ? null : change(wanted === null ? 'removed' : 'raised', from),
  };
}

const ceilingOf = ({ limit, currency }: Ceiling): Ceiling => ({ limit, currency });

const sameCeiling = (a: Ceiling, b: Ceiling): boolean => a.limit === b.limit && a.currency === b.currency;

/** Whether `a` allows more than `b`; no ceiling allows the most. What cannot be compared is taken to allow more. */
function isAbove(a: Ceiling | null, b: Ceiling | null): boolean {
  if (b === null) return false;
  if (a === null) return true;
  if (a.currency === b.currency || a.currency === null || b.currency === null) return a.limit > b.limit;
  const order = compareMoney(
    { amountMinor: a.limit, currency: a.currency },
    { amountMinor: b.limit, currency: b.currency },
  );
  return order === null || order > 0;
}

/** The first request that no limit can be made of, with its place in the list. */
function firstInvalid(requested: readonly RequestedLimit[]): Record<string, unknown> | null {
  const seen = new Set<string>();
  for (const [index, request] of requested.entries()) {
    const key = `${request.measure} ${request.window}`;
    if (seen.has(key)) return { index, field: 'window', problem: 'repeated' };
    seen.add(key);
    const flaw = limitFlaw(request);
    if (flaw !== null) return { index, ...flaw };
  }
  return null;
}

export interface LimitFlaw {
  readonly field: 'limit' | 'currency';
  readonly problem:
    | 'out_of_range'
    | 'coins_have_no_currency'
    | 'currency_missing'
    | 'currency_not_comparable';
}

/** Why no limit can be made of it, whoever sets it; null when one can. */
export function limitFlaw({ measure, limit, currency }: Omit<RequestedLimit, 'window'>): LimitFlaw | null {
  if (limit < 0n || limit > MAX_AMOUNT) return { field: 'limit', problem: 'out_of_range' };
  if (measure === 'coins_spent') {
    return currency === null ? null : { field: 'currency', problem: 'coins_have_no_currency' };
  }
  if (currency === null) return { field: 'currency', problem: 'currency_missing' };
  // Without a rate it could not be held against purchases in other currencies, and would be no limit at all.
  return hasReferenceRate(currency) ? null : { field: 'currency', problem: 'currency_not_comparable' };
}
