import { z } from 'zod';
import { permissionKey, roleKey } from './session.js';

/** Roles are read-only: what each may do is reviewed with the code. */
export const roleRecord = z
  .object({
    id: roleKey,
    name: z.string(),
    description: z.string(),
    requiresTotp: z.boolean(),
    permissions: z.array(
      z.object({
        key: permissionKey,
        description: z.string(),
        sensitivity: z.enum(['read', 'write', 'enforce', 'admin']),
      }),
    ),
    staffCount: z.int(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'RoleRecord' });
export type RoleRecord = z.infer<typeof roleRecord>;
