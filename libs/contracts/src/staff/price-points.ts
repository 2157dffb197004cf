import { z } from 'zod';
import { instant, money } from '../primitives.js';

/** A row of the staff list `price-points`. Filters: `id packageId currency region current`. */
export const staffPricePoint = z
  .object({
    id: z.string(),
    packageId: z.string(),
    /** A country, or `*` for wherever no country has its own price. */
    region: z.string(),
    version: z.int(),
    price: money,
    /** In major units of the currency, as a decimal string. */
    pricePerCoin: z.string(),
    skuApple: z.string().nullable(),
    skuGoogle: z.string().nullable(),
    validFrom: instant,
    validUntil: instant.nullable(),
    /** Whether this is the price that buyers in its region pay now. */
    current: z.boolean(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffPricePoint' });
export type StaffPricePoint = z.infer<typeof staffPricePoint>;
