import type { StaffListEntry } from '@coinwarden/contracts';
import {
  LIST_NAMES,
  LIST_VALUE_TYPES,
  type ListValueType,
  masked,
  type Permission,
  type PersonalDetail,
  seesInClear,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, before, filter, from, type StaffResource } from '../../platform/http/staff-list.js';
import type { ListEntryRow } from '../persistence/lists.store.js';

const DETAILS: Partial<Record<ListValueType, PersonalDetail>> = {
  device: 'device',
  ip: 'ip',
  instrument: 'paymentInstrument',
  payout: 'payoutDestination',
};

/** Values that are masked for someone cannot be searched by them either. */
export function listEntriesFor(permissions: ReadonlySet<Permission>): StaffResource {
  const clear = LIST_VALUE_TYPES.filter((type) => {
    const detail = DETAILS[type];
    return !detail || seesInClear(permissions, detail);
  });
  return {
    name: 'lists',
    select: `entry_id, list, type, value, reason, expires_at, created_at,
             coalesce((SELECT email FROM staff WHERE staff_id::text = created_by), created_by) AS created_by`,
    from: 'list_entries',
    id: { column: 'entry_id', schema: z.uuid() },
    filters: {
      list: anyOf('list', z.enum(LIST_NAMES)),
      type: anyOf('type', z.enum(LIST_VALUE_TYPES)),
      q: filter(
        z.string().trim().min(1).max(200),
        (text, param) =>
          `starts_with(lower(value), ${param(text.toLowerCase())}) AND type = ANY(${param(clear)})`,
      ),
      from: from('created_at'),
      to: before('created_at'),
    },
    sorts: { createdAt: 'created_at', list: 'list', type: 'type' },
    defaultSort: ['createdAt', 'DESC'],
  };
}

/** The entry as this member of staff may see it. */
export function listEntryRecord(row: ListEntryRow, actor: StaffActor): StaffListEntry {
  const detail = DETAILS[row.type];
  return {
    id: row.entry_id,
    list: row.list,
    type: row.type,
    value: detail ? masked(actor.permissions, detail, row.value) : row.value,
    reason: row.reason,
    expiresAt: row.expires_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    allowedActions: actor.permissions.has('list.write') ? ['remove'] : [],
  };
}
