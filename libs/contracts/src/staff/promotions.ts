import { PROMOTION_EFFECTS, PROMOTION_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, positiveAmount } from '../primitives.js';

/** A row of the staff list `promotions`. Filters: `id effect status code running from to` (overlap of the window). */
export const staffPromotion = z
  .object({
    id: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    effect: z.enum(PROMOTION_EFFECTS),
    /** A whole percent, or coins, as the effect says. */
    value: positiveAmount,
    /** Empty means every package. */
    packageIds: z.array(z.string()),
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    budgetCoins: amount.nullable(),
    usesPerAccount: z.int().nullable(),
    priority: z.int(),
    status: z.enum(PROMOTION_STATUSES),
    /** Scheduled or active, and now within its window. */
    running: z.boolean(),
    grantedCoins: amount,
    uses: amount,
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffPromotion' });
export type StaffPromotion = z.infer<typeof staffPromotion>;
