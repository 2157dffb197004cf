import type { AccountLimits, ActiveLimit, DecisionAnswer, PendingLimit } from '@coinwarden/contracts';
import {
  decodeUsage,
  type Instant,
  inForce,
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitRoom,
  liftedLimits,
  roomOf,
  roomsFor,
  type SpendingLimit,
  unlifted,
} from '@coinwarden/domain';
import type { WalletRecord } from '../../ledger/ledger.public.js';

interface Limited {
  readonly record: WalletRecord;
  readonly limits: readonly SpendingLimit[];
  readonly now: Instant;
}

/** An account's limits as the wire tells them, by measure, window and layer. */
export function limitsView({ record, limits, now }: Limited): AccountLimits {
  const { timeZone, excludedUntil } = record.account;
  const usage = decodeUsage(record.usage);
  const state = { usage, at: now, timeZone };
  const sorted = [...limits].sort(inOrder);
  const binding = LIMIT_MEASURES.flatMap((measure) => roomsFor({ ...state, limits, measure }));
  return {
    active: standingLimits(sorted, now).map((limit): ActiveLimit => {
      const room = roomOf(limit, state);
      return { ...limitView(limit, room), binding: binding.some((b) => sameLimit(b, room)) };
    }),
    pending: [...sorted.flatMap((limit) => pendingOf(limit, limits, now)), ...returning(sorted, now)],
    excludedUntil: excludedUntil !== null && excludedUntil > now ? timeText(excludedUntil) : null,
  };
}

/** Those that count now, by measure, window and layer. */
export const standingLimits = (limits: readonly SpendingLimit[], now: Instant): SpendingLimit[] =>
  unlifted(limits, now)
    .filter((limit) => inForce(limit, now))
    .sort(inOrder);

/** A limit with its room as the wire tells it, but for whether it binds. */
export const limitView = (limit: SpendingLimit, room: LimitRoom): Omit<ActiveLimit, 'binding'> => ({
  ...roomView(room),
  effectiveFrom: timeText(limit.effectiveFrom),
  effectiveUntil: limit.effectiveUntil === null ? null : timeText(limit.effectiveUntil),
});

/** When the lift ends that stands in the place of a limit; null where none does. */
export function liftEnd(
  lifted: SpendingLimit,
  limits: readonly SpendingLimit[],
  now: Instant,
): Instant | null {
  const lift = limits.find(
    (limit) =>
      limit.liftsPlatform === true &&
      inForce(limit, now) &&
      limit.measure === lifted.measure &&
      limit.window === lifted.window,
  );
  return lift?.effectiveUntil ?? null;
}

/** The platform's limits that count again when what lifts them ends. */
function returning(limits: readonly SpendingLimit[], now: Instant): PendingLimit[] {
  return liftedLimits(limits, now).flatMap((limit) => {
    const end = liftEnd(limit, limits, now);
    const { layer, measure, window, currency, effectiveUntil } = limit;
    if (end === null || (effectiveUntil !== null && effectiveUntil <= end)) return [];
    return [{ layer, measure, window, currency, limit: Number(limit.limit), effectiveFrom: timeText(end) }];
  });
}

/** A room as the wire tells it. */
export const roomView = (room: LimitRoom): DecisionAnswer['limits'][number] => ({
  layer: room.layer,
  measure: room.measure,
  window: room.window,
  currency: room.currency,
  limit: Number(room.limit),
  used: Number(room.used),
  remaining: Number(room.remaining),
  resetsAt: room.resetsAt === null ? null : timeText(room.resetsAt),
});

export const timeText = (instant: Instant): string => new Date(instant).toISOString();

type LimitKey = Pick<SpendingLimit, 'layer' | 'measure' | 'window'>;

const inOrder = (a: SpendingLimit, b: SpendingLimit): number =>
  LIMIT_MEASURES.indexOf(a.measure) - LIMIT_MEASURES.indexOf(b.measure) ||
  LIMIT_WINDOWS.indexOf(a.window) - LIMIT_WINDOWS.indexOf(b.window) ||
  LIMIT_LAYERS.indexOf(a.layer) - LIMIT_LAYERS.indexOf(b.layer) ||
  a.effectiveFrom - b.effectiveFrom;

const sameKey = (a: LimitKey, b: LimitKey): boolean =>
  a.layer === b.layer && a.measure === b.measure && a.window === b.window;

/** A layer may hold a world-wide and a country's limit on the same thing, so the amount is part of what it is. */
const sameLimit = (a: LimitRoom, b: LimitRoom): boolean =>
  sameKey(a, b) && a.limit === b.limit && a.currency === b.currency;

/** A limit that has yet to begin, or the removal that one in force is heading for. */
function pendingOf(limit: SpendingLimit, all: readonly SpendingLimit[], now: Instant): PendingLimit[] {
  const { layer, measure, window, currency, effectiveFrom, effectiveUntil } = limit;
  if (effectiveFrom > now) {
    return [
      {
        layer,
        measure,
        window,
        currency,
        limit: Number(limit.limit),
        effectiveFrom: timeText(effectiveFrom),
      },
    ];
  }
  const follows = (other: SpendingLimit) => sameKey(other, limit) && other.effectiveFrom === effectiveUntil;
  if (effectiveUntil === null || effectiveUntil <= now || all.some(follows)) return [];
  return [{ layer, measure, window, currency, limit: null, effectiveFrom: timeText(effectiveUntil) }];
}
