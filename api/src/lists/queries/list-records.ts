import { LIST_ENTRY_STATES, type StaffListEntry, type StaffListHit } from '@coinwarden/contracts';
import {
  decidingList,
  isInForce,
  LIST_NAMES,
  LIST_VALUE_TYPES,
  type ListName,
  type ListValueType,
  masked,
  type Permission,
  type PersonalDetail,
  seesInClear,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import {
  anyOf,
  before,
  filter,
  flag,
  from,
  type StaffResource,
  searchText,
  startPattern,
} from '../../platform/http/staff-list.js';
import type { ListHitRow } from '../persistence/list-hits.store.js';
import type { ListEntryRow } from '../persistence/lists.store.js';

/** What kind of personal detail a listed value is. */
export const LISTED_DETAILS: Partial<Record<ListValueType, PersonalDetail>> = {
  device: 'device',
  ip: 'ip',
  network: 'ip',
  instrument: 'paymentInstrument',
  payout: 'payoutDestination',
};

const EXPIRED = 'expires_at <= now()';
const OTHERS_IN_FORCE = `FROM list_entries AS o
  WHERE o.type = e.type AND o.value = e.value AND o.list <> e.list AND (o.expires_at IS NULL OR o.expires_at > now())`;

/** Found in one pass over the index of values instead of by a look-up for every entry. */
const ON_SEVERAL_LISTS = `(type, value) IN
  (SELECT type, value FROM list_entries WHERE (${EXPIRED}) IS NOT TRUE GROUP BY type, value HAVING count(*) > 1)`;

export interface ListEntryView extends ListEntryRow {
  others: readonly { readonly id: string; readonly list: ListName }[] | null;
  hits7: number;
  hits30: number;
  last_hit_at: Date | null;
}

/** Values that are masked for someone cannot be searched by them either. */
export function listEntriesFor(permissions: ReadonlySet<Permission>): StaffResource {
  const clear = LIST_VALUE_TYPES.filter((type) => {
    const detail = LISTED_DETAILS[type];
    return !detail || seesInClear(permissions, detail);
  });
  return {
    name: 'lists',
    select: `entry_id, list, type, value, written, reason, expires_at, created_at,
             ${authorOf('created_by')} AS created_by,
             (SELECT json_agg(json_build_object('id', o.entry_id, 'list', o.list) ORDER BY o.list) ${OTHERS_IN_FORCE}) AS others,
             (SELECT coalesce(sum(hits), 0)::int FROM list_hit_days AS d
               WHERE d.entry_id = e.entry_id AND day > (now() AT TIME ZONE 'UTC')::date - 7) AS hits7,
             (SELECT coalesce(sum(hits), 0)::int FROM list_hit_days AS d
               WHERE d.entry_id = e.entry_id AND day > (now() AT TIME ZONE 'UTC')::date - 30) AS hits30,
             (SELECT max(last_at) FROM list_hit_days AS d WHERE d.entry_id = e.entry_id) AS last_hit_at`,
    from: 'list_entries AS e',
    id: { column: 'entry_id', schema: z.uuid() },
    filters: {
      list: anyOf('list', z.enum(LIST_NAMES)),
      type: anyOf('type', z.enum(LIST_VALUE_TYPES)),
      state: filter(z.enum(LIST_ENTRY_STATES), (state) =>
        state === 'expired' ? EXPIRED : `(${EXPIRED}) IS NOT TRUE`,
      ),
      conflict: flag(ON_SEVERAL_LISTS),
      hit: flag('EXISTS (SELECT FROM list_hit_days AS d WHERE d.entry_id = e.entry_id)'),
      q: filter(
        searchText,
        (text, param) => `lower(value) LIKE ${param(startPattern(text))} AND type = ANY(${param(clear)})`,
      ),
      from: from('created_at'),
      to: before('created_at'),
    },
    sorts: { createdAt: 'created_at', list: 'list', type: 'type' },
    defaultSort: ['createdAt', 'DESC'],
  };
}

/** The entry as this member of staff may see it at `now`. */
export function listEntryRecord(row: ListEntryView, actor: StaffActor, now: number): StaffListEntry {
  const detail = LISTED_DETAILS[row.type];
  const seen = (value: string) => (detail ? masked(actor.permissions, detail, value) : value);
  const conflicts = row.others ?? [];
  return {
    id: row.entry_id,
    list: row.list,
    type: row.type,
    value: seen(row.value),
    written: seen(row.written ?? row.value),
    reason: row.reason,
    state: isInForce({ expiresAt: row.expires_at?.getTime() ?? null }, now) ? 'in_force' : 'expired',
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    conflicts: [...conflicts],
    decides: decidingList([row.list, ...conflicts.map((other) => other.list)]) ?? row.list,
    hits: { days7: row.hits7, days30: row.hits30, lastAt: row.last_hit_at?.toISOString() ?? null },
    allowedActions: actor.permissions.has('list.write') ? ['edit', 'remove'] : [],
  };
}

/** The decisions and scans that an entry matched, `filter={"entryId":…}`. */
export const LIST_HITS: StaffResource = {
  name: 'list-hits',
  select: 'hit_id, entry_id, source_id, kind, account_id, outcome, at',
  from: 'list_hits',
  id: { column: 'hit_id', schema: z.uuid() },
  filters: { entryId: anyOf('entry_id', z.uuid()) },
  sorts: { at: 'at' },
  defaultSort: ['at', 'DESC'],
};

export const listHitRecord = (row: ListHitRow): StaffListHit => ({
  id: row.hit_id,
  entryId: row.entry_id,
  kind: row.kind,
  sourceId: row.source_id,
  accountId: row.account_id,
  outcome: row.outcome,
  at: row.at.toISOString(),
});
