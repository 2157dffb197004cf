import type { StaffListEntry } from '@coinwarden/contracts';
import { LIST_NAMES, LIST_VALUE_TYPES, masked, type PersonalDetail } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, before, from, type StaffResource, startsWith } from '../../platform/http/staff-list.js';
import type { ListEntryRow } from '../persistence/lists.store.js';

export const LIST_ENTRIES: StaffResource = {
  name: 'lists',
  select: 'entry_id, list, type, value, reason, expires_at, created_at, created_by',
  from: 'list_entries',
  id: { column: 'entry_id', schema: z.uuid() },
  filters: {
    list: anyOf('list', z.enum(LIST_NAMES)),
    type: anyOf('type', z.enum(LIST_VALUE_TYPES)),
    q: startsWith('lower(value)'),
    from: from('created_at'),
    to: before('created_at'),
  },
  sorts: { createdAt: 'created_at', list: 'list', type: 'type', value: 'value' },
  defaultSort: ['createdAt', 'DESC'],
};

const DETAILS: Partial<Record<ListEntryRow['type'], PersonalDetail>> = {
  device: 'device',
  ip: 'ip',
  instrument: 'paymentInstrument',
  payout: 'payoutDestination',
};

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
