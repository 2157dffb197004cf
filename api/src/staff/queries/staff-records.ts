import type { StaffRecord } from '@coinwarden/contracts';
import { ROLE_KEYS, STAFF_STATUSES, staffActionsFor } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, type StaffResource, startsWith } from '../../platform/http/staff-list.js';
import type { StaffRow } from '../persistence/staff.store.js';

export type StaffListRow = Pick<
  StaffRow,
  'staff_id' | 'email' | 'name' | 'role' | 'status' | 'one_time_until' | 'created_at' | 'last_sign_in_at'
> & { readonly totp_enrolled: boolean };

export const STAFF_RESOURCE: StaffResource = {
  name: 'staff',
  select: `staff_id, email, name, role, status, one_time_until, created_at, last_sign_in_at,
           totp_secret IS NOT NULL AS totp_enrolled`,
  from: 'staff',
  id: { column: 'staff_id', schema: z.uuid() },
  filters: {
    id: anyOf('staff_id', z.uuid()),
    role: anyOf('role', z.enum(ROLE_KEYS)),
    status: anyOf('status', z.enum(STAFF_STATUSES)),
    q: startsWith('email'),
  },
  sorts: {
    id: 'staff_id',
    email: 'email',
    displayName: 'name',
    role: 'role',
    status: 'status',
    createdAt: 'created_at',
    lastSignInAt: `coalesce(last_sign_in_at, '-infinity')`,
  },
  defaultSort: ['email', 'ASC'],
};

export const staffRecordFor =
  (actor: StaffActor) =>
  (row: StaffListRow): StaffRecord => ({
    id: row.staff_id,
    email: row.email,
    displayName: row.name,
    role: row.role,
    status: row.status,
    totpEnrolled: row.totp_enrolled,
    passwordChangeDue: row.one_time_until !== null,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    allowedActions: staffActionsFor(actor, { id: row.staff_id, role: row.role, status: row.status }),
  });
