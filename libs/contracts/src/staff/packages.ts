import { PACKAGE_STATUSES, PACKAGE_TIERS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, positiveAmount } from '../primitives.js';

/** A row of the staff list `packages`. Filters: `id tier status q` (start of the name). */
export const staffPackage = z
  .object({
    id: z.string(),
    name: z.string(),
    tier: z.enum(PACKAGE_TIERS),
    coins: positiveAmount,
    bonusCoins: amount,
    position: z.int(),
    status: z.enum(PACKAGE_STATUSES),
    createdAt: instant,
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffPackage' });
export type StaffPackage = z.infer<typeof staffPackage>;
