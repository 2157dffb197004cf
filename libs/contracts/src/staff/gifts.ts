import { GIFT_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { positiveAmount } from '../primitives.js';

/** A row of the staff list `gifts`. Filters: `id status q` (start of the name). */
export const staffGift = z
  .object({
    id: z.string(),
    name: z.string(),
    coins: positiveAmount,
    position: z.int(),
    status: z.enum(GIFT_STATUSES),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffGift' });
export type StaffGift = z.infer<typeof staffGift>;
