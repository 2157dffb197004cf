import { ROLES, type Role } from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffByEmail } from '../../staff/staff.public.js';
import { demoEmail } from './demo-sign-ins.js';

/** The demo's member of staff with this role, acting as they would from the console. */
export async function demoStaff(db: Queryable, role: Role): Promise<StaffActor> {
  const row = await findStaffByEmail(db, demoEmail(role));
  if (!row) throw new Error(`the demo has no ${role}`);
  const permissions = new Set(ROLES[role].permissions);
  return {
    type: 'staff',
    id: row.staff_id,
    email: row.email,
    name: row.name,
    role,
    permissions,
    sessionId: 'demo',
  };
}

/** A seed that was interrupted comes by again; what is done is done. And staff are refused as anybody is. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return null;
  }
}
