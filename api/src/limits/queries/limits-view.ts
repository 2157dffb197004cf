import type { AccountLimits, ActiveLimit, DecisionAnswer, PendingLimit } from '@coinwarden/contracts';
import {
  decodeUsage,
  type Instant,
  inForce,
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitRoom,
  roomOf,
  roomsFor,
  type SpendingLimit,
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
    active: sorted
      .filter((limit) => inForce(limit, now))
      .map((limit): ActiveLimit => {
        const room = roomOf(limit, state);
        return {
          ...roomView(room),
          binding: binding.some((b) => sameLimit(b, room)),
          effectiveFrom: timeText(limit.effectiveFrom),
          effectiveUntil: limit.effectiveUntil === null ? null : timeText(limit.effectiveUntil),
        };
      }),
    pending: sorted.flatMap((limit) => pendingOf(limit, limits, now)),
    excludedUntil: excludedUntil !== null && excludedUntil > now ? timeText(excludedUntil) : null,
  };
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

const timeText = (instant: Instant): string => new Date(instant).toISOString();

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
