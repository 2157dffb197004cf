import { STAFF_ACTIONS } from '@coinwarden/domain';
import { z } from 'zod';
import { shortText } from '../primitives.js';
import { roleKey, staffEmail } from './session.js';

export const staffRecord = z
  .object({
    id: z.string(),
    email: z.string(),
    displayName: z.string(),
    role: roleKey,
    status: z.enum(['active', 'disabled']),
    totpEnrolled: z.boolean(),
    passwordChangeDue: z.boolean(),
    createdAt: z.string(),
    lastSignInAt: z.string().nullable(),
    allowedActions: z.array(z.enum(STAFF_ACTIONS)),
  })
  .meta({ id: 'StaffRecord' });
export type StaffRecord = z.infer<typeof staffRecord>;

export const createStaffRequest = z
  .strictObject({ email: staffEmail, displayName: shortText.trim().min(1), role: roleKey })
  .meta({ id: 'CreateStaffRequest' });
export type CreateStaffRequest = z.infer<typeof createStaffRequest>;

/** react-admin sends the whole record back; only the name is taken from it, everything else is an action. */
export const updateStaffRequest = z
  .object({ displayName: shortText.trim().min(1) })
  .meta({ id: 'UpdateStaffRequest' });

export const staffActionRequest = z
  .strictObject({ reason: shortText.optional(), role: roleKey.optional() })
  .meta({ id: 'StaffActionRequest' });

/** What `POST /staff/staff` and the action `reset_password` answer: the password is shown once. */
export const staffWithPassword = staffRecord
  .extend({ oneTimePassword: z.string() })
  .meta({ id: 'StaffWithPassword' });
export type StaffWithPassword = z.infer<typeof staffWithPassword>;
