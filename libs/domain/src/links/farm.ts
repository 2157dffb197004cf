/**
 * A farm: accounts made one after the other on one device, card or address, each of which takes what newcomers get for
 * nothing. It shows before anything is handed on, and whatever became of what they asked for. A household has two or
 * three accounts, made at their own times.
 */
import { DAY, type Instant } from '../kernel/time.js';
import { clampScore, type Finding } from './finding.js';
import type { LinkEntityType } from './transfer.js';

/** An account seen with an entity, and the free coins it asked for. */
export interface SeenThere {
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly firstAt: Instant;
  /** Reward and bonus coins; null: it asked for none. */
  readonly freeCoins: number | null;
}

/** Age at which an account is no newcomer, and the time in which those of one farm turn up. */
const NEWCOMER = 7 * DAY;
const TOGETHER = 7 * DAY;
/** Strangers share an address more easily than a device. */
const LEAST: Readonly<Record<LinkEntityType, number>> = { device: 4, instrument: 4, payout: 4, ip: 5 };
/** Fewer accounts are a farm nowhere. */
export const FEWEST_IN_FARM = Math.min(...Object.values(LEAST));

export function findFarm(
  entity: { readonly type: LinkEntityType; readonly value: string },
  seen: readonly SeenThere[],
): Finding | null {
  const newcomers = seen
    .filter(({ createdAt, firstAt, freeCoins }) => freeCoins !== null && firstAt - createdAt < NEWCOMER)
    .sort((a, b) => a.firstAt - b.firstAt || (a.accountId < b.accountId ? -1 : 1));
  const last = newcomers.at(-1);
  if (!last) return null;
  const farm = newcomers.filter(({ firstAt }) => last.firstAt - firstAt <= TOGETHER);
  const more = farm.length - LEAST[entity.type];
  if (more < 0) return null;
  return {
    key: `farm:${entity.type}:${entity.value}`,
    kind: 'farm',
    members: farm.map(({ accountId }) => accountId),
    edges: [],
    score: clampScore((entity.type === 'ip' ? 600 : 660) + 40 * Math.min(6, more)),
    amount: farm.reduce((sum, { freeCoins }) => sum + (freeCoins ?? 0), 0),
    at: last.firstAt,
    values: {
      sharedType: entity.type,
      accounts: farm.length,
      hours: Math.ceil((last.firstAt - farm[0]!.firstAt) / (DAY / 24)),
    },
  };
}
