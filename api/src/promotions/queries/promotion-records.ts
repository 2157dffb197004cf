import { id, type StaffPromotion } from '@coinwarden/contracts';
import {
  PROMOTION_EFFECTS,
  PROMOTION_STATUSES,
  type PromotionEffect,
  type PromotionStatus,
} from '@coinwarden/domain';
import { z } from 'zod';
import {
  anyOf,
  filter,
  flag,
  moment,
  type StaffResource,
  startsWith,
} from '../../platform/http/staff-list.js';

const RUNNING = "p.status IN ('scheduled', 'active') AND p.starts_at <= now() AND now() < p.ends_at";

/** Promotions as staff list them; `from` and `to` find those whose window overlaps the range. */
export const PROMOTIONS: StaffResource = {
  name: 'promotions',
  select: `p.promotion_id, p.name, p.code, p.effect, p.value, p.package_ids, p.starts_at, p.ends_at, p.time_zone,
           p.budget_coins, p.uses_per_account, p.priority, p.status, coalesce(c.granted_coins, 0) AS granted_coins,
           coalesce(c.uses, 0) AS uses, ${RUNNING} AS running`,
  from: 'promotions p LEFT JOIN promotion_counters c USING (promotion_id)',
  id: { column: 'p.promotion_id', schema: id },
  filters: {
    effect: anyOf('p.effect', z.enum(PROMOTION_EFFECTS)),
    status: anyOf('p.status', z.enum(PROMOTION_STATUSES)),
    code: filter(id, (code, param) => `upper(p.code) = upper(${param(code)})`),
    packageId: filter(
      id,
      (packageId, param) => `(cardinality(p.package_ids) = 0 OR ${param(packageId)} = ANY(p.package_ids))`,
    ),
    running: flag(RUNNING),
    from: filter(moment, (at, param) => `p.ends_at > ${param(at)}`),
    to: filter(moment, (at, param) => `p.starts_at < ${param(at)}`),
    q: startsWith('lower(p.name)'),
  },
  sorts: { name: 'p.name', startsAt: 'p.starts_at', endsAt: 'p.ends_at', priority: 'p.priority' },
  defaultSort: ['startsAt', 'DESC'],
};

export interface PromotionRow {
  promotion_id: string;
  name: string;
  code: string | null;
  effect: PromotionEffect;
  value: bigint;
  package_ids: string[];
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  budget_coins: bigint | null;
  uses_per_account: number | null;
  priority: number;
  status: PromotionStatus;
  granted_coins: bigint;
  uses: bigint;
  running: boolean;
}

export const promotionRecord = (row: PromotionRow): StaffPromotion => ({
  id: row.promotion_id,
  name: row.name,
  code: row.code,
  effect: row.effect,
  value: Number(row.value),
  packageIds: row.package_ids,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  timeZone: row.time_zone,
  budgetCoins: row.budget_coins === null ? null : Number(row.budget_coins),
  usesPerAccount: row.uses_per_account,
  priority: row.priority,
  status: row.status,
  running: row.running,
  grantedCoins: Number(row.granted_coins),
  uses: Number(row.uses),
  allowedActions: [],
});
