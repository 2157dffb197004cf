import { id, type StaffPromotion } from '@coinwarden/contracts';
import {
  type Instant,
  localTimeOf,
  needsApproval,
  PROMOTION_EFFECTS,
  PROMOTION_STATUSES,
  type PromotionStatus,
  promotionActionsFor,
  statusAt,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import {
  anyOf,
  filter,
  flag,
  moment,
  type StaffResource,
  startsWith,
} from '../../platform/http/staff-list.js';
import type { PromotionRow } from '../persistence/promotions.store.js';

/** The status of the moment, as `statusAt` tells it. */
export const PROMOTION_STATUS = `CASE WHEN p.status NOT IN ('scheduled', 'active', 'paused') THEN p.status
                     WHEN p.ends_at <= now() THEN 'ended' WHEN p.status = 'paused' THEN 'paused'
                     WHEN p.starts_at <= now() THEN 'active' ELSE 'scheduled' END`;
const RUNNING = "p.status IN ('scheduled', 'active') AND p.starts_at <= now() AND now() < p.ends_at";

const PAUSED = `(SELECT json_build_object('at', h.at, 'by', ${authorOf('h.by')}, 'reason', h.reason)
                 FROM promotion_history h WHERE h.promotion_id = p.promotion_id AND h.action = 'paused'
                 ORDER BY h.position DESC LIMIT 1)`;
const AUTHORS = `ARRAY(SELECT ${authorOf('a.id')} FROM unnest(p.authors) WITH ORDINALITY AS a (id, n) ORDER BY n)`;

/** Promotions as staff list them; `from` and `to` find those whose window overlaps the range. */
export const PROMOTIONS: StaffResource = {
  name: 'promotions',
  select: `p.*, coalesce(c.granted_coins, 0) AS granted_coins, coalesce(c.uses, 0) AS uses, ${PAUSED} AS paused,
           ${AUTHORS} AS author_emails`,
  from: 'promotions p LEFT JOIN promotion_counters c USING (promotion_id)',
  id: { column: 'p.promotion_id', schema: id },
  filters: {
    effect: anyOf('p.effect', z.enum(PROMOTION_EFFECTS)),
    status: anyOf(`(${PROMOTION_STATUS})`, z.enum(PROMOTION_STATUSES)),
    code: filter(id, (code, param) => `upper(p.code) = upper(${param(code)})`),
    group: anyOf('p.exclusive_group', id),
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

export interface PromotionListRow extends PromotionRow {
  pause_abuse_percent: number | null;
  pause_pace_percent: number | null;
  revision: number;
  authors: string[];
  author_emails: string[];
  created_at: Date;
  granted_coins: bigint;
  uses: bigint;
  paused: { at: string; by: string | null; reason: string | null } | null;
}

export const promotionRecord =
  (reader: { readonly actor: StaffActor; readonly now: Instant; readonly freeCoins: bigint }) =>
  (row: PromotionListRow): StaffPromotion => {
    const window = { startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() };
    const status = statusAt({ status: row.status, ...window }, reader.now);
    return {
      id: row.promotion_id,
      ...contentsOf(row),
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      status,
      running: status === 'active',
      grantedCoins: Number(row.granted_coins),
      uses: Number(row.uses),
      needsApproval: needsApproval(row.budget_coins, reader.freeCoins),
      revision: row.revision,
      authors: row.author_emails,
      createdAt: row.created_at.toISOString(),
      paused: status === 'paused' && row.paused ? pauseOf(row.paused) : null,
      allowedActions: actionsOf(row, status, reader.actor),
    };
  };

const contentsOf = (row: PromotionListRow) => ({
  name: row.name,
  effect: row.effect,
  value: Number(row.value),
  packageIds: row.package_ids,
  audience: row.audience,
  code: row.code,
  singleUseCodes: row.single_use_codes,
  startsLocal: localTimeOf(row.starts_at.getTime(), row.time_zone),
  endsLocal: localTimeOf(row.ends_at.getTime(), row.time_zone),
  timeZone: row.time_zone,
  budgetCoins: row.budget_coins === null ? null : Number(row.budget_coins),
  usesPerAccount: row.uses_per_account,
  exclusiveGroup: row.exclusive_group,
  holdoutPercent: row.holdout_percent,
  priority: row.priority,
  pauseAbusePercent: row.pause_abuse_percent,
  pausePacePercent: row.pause_pace_percent,
});

const pauseOf = ({ at, by, reason }: NonNullable<PromotionListRow['paused']>) => ({
  at: new Date(at).toISOString(),
  by,
  reason: reason ?? '',
});

function actionsOf(
  row: PromotionListRow,
  status: PromotionStatus,
  actor: StaffActor,
): StaffPromotion['allowedActions'] {
  const writes = actor.permissions.has('catalogue.write');
  const desk = writes && status === 'draft' ? (['edit', 'move'] as const) : [];
  const codes = writes && row.single_use_codes && status !== 'ended' ? (['add_codes'] as const) : [];
  return [...desk, ...codes, ...promotionActionsFor(actor, { status, authors: row.authors })];
}
