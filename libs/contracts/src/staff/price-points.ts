import { MAX_AMOUNT, PRICE_WARNINGS } from '@coinwarden/domain';
import { z } from 'zod';
import { country, currency, id, instant, longText, money, shortText, storableText } from '../primitives.js';

/** `covered`: valid, but another that began later holds in its place. */
export const PRICE_STATES = ['current', 'scheduled', 'covered', 'past'] as const;
export const PRICE_ACTIONS = ['change', 'end'] as const;

/**
 * A row of the staff list `price-points`: one version of the price of a package in a currency and region. Filters: `id
 * packageId currency region state current`. Sorts: `id packageId currency region version amountMinor validFrom position`.
 */
export const staffPricePoint = z
  .object({
    id: z.string(),
    packageId: z.string(),
    /** A country, or `*` for wherever no country has its own price. */
    region: z.string(),
    version: z.int(),
    /** The latest version for the same package, currency and region: a change follows it. */
    latestVersion: z.int(),
    price: money,
    /** In major units of the currency, as a decimal string. */
    pricePerCoin: z.string(),
    /** In US dollars at the reference rate; null where there is none, and for prices that do not hold at present. */
    usdPerCoin: z.string().nullable(),
    /** From the median of what the package costs elsewhere, in percent; negative is cheaper. */
    fromMedianPercent: z.number().nullable(),
    warnings: z.array(z.enum(PRICE_WARNINGS)),
    skuApple: z.string().nullable(),
    skuGoogle: z.string().nullable(),
    validFrom: instant,
    validUntil: instant.nullable(),
    state: z.enum(PRICE_STATES),
    /** Whether this is the price that buyers in its region pay now. */
    current: z.boolean(),
    createdAt: instant,
    /** The e-mail of who set it, and of who ended it; null for what came with the installation. */
    createdBy: z.string().nullable(),
    reason: z.string().nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    allowedActions: z.array(z.enum(PRICE_ACTIONS)),
  })
  .meta({ id: 'StaffPricePoint' });
export type StaffPricePoint = z.infer<typeof staffPricePoint>;

const reason = longText.trim().min(1);
export const sku = shortText.trim().min(1).nullable();
export const priceRegion = z.union([z.literal('*'), country]);
export const priceAmount = z.int().min(1).max(Number(MAX_AMOUNT));

/**
 * `POST /staff/price-points` sets a price: the next version for its package, currency and region. 409 `price.warned` names
 * what is unusual about it unless `acceptWarnings` says that it is meant.
 */
export const priceSet = z
  .strictObject({
    packageId: id,
    currency,
    region: priceRegion,
    amountMinor: priceAmount,
    skuApple: sku.optional(),
    skuGoogle: sku.optional(),
    /** From now on, if left out. */
    validFrom: instant.optional(),
    validUntil: instant.nullable().optional(),
    /** The latest version that was seen, 0 for none: 409 `record.conflict` when somebody set another meanwhile. */
    follows: z.int().min(0),
    acceptWarnings: z.boolean().default(false),
    reason,
  })
  .meta({ id: 'PriceSet' });
export type PriceSet = z.infer<typeof priceSet>;

/** `POST /staff/price-points/{id}/actions/end`: at a moment, or now; one that has not begun never will. */
export const priceEnd = z.strictObject({ at: instant.optional(), reason }).meta({ id: 'PriceEnd' });
export type PriceEnd = z.infer<typeof priceEnd>;

export const MAX_PRICE_UPLOAD_ROWS = 100_000;
export const MAX_PRICE_UPLOAD_CHARS = 12_000_000;
/** Different moments at which prices of one upload may begin. */
export const MAX_PRICE_UPLOAD_STARTS = 50;
export const PRICE_UPLOAD_COLUMNS = [
  'packageId',
  'currency',
  'region',
  'price',
  'skuApple',
  'skuGoogle',
  'validFrom',
  'validUntil',
] as const;

/**
 * `POST /staff/price-points/batch`: CSV whose first line names its columns. `price` is in major units with a decimal point
 * (`9.99`); an empty cell of the others means: everywhere, the SKU as before, from now on, without an end.
 */
export const priceUploadRequest = z
  .strictObject({
    text: storableText(MAX_PRICE_UPLOAD_CHARS).min(1),
    reason,
    /** Whether one wrong row refuses the upload or is left out. */
    wrongRows: z.enum(['refuse', 'skip']),
    /** Only tells what would happen. */
    dryRun: z.boolean(),
    acceptWarnings: z.boolean().default(false),
  })
  .meta({ id: 'PriceUploadRequest' });
export type PriceUploadRequest = z.infer<typeof priceUploadRequest>;

export const priceUploadAnswer = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    /** Prices that were set, or would be. */
    changed: z.int(),
    /** As they are already: left alone. */
    unchanged: z.int(),
    refused: z.int(),
    /** Of the changed, those that something is unusual about. */
    warned: z.int(),
    /** The first of them, by the line they begin on. */
    errors: z.array(z.object({ line: z.int(), value: z.string(), detail: z.string() })),
    /** The first of them, those with warnings before the others. */
    changes: z.array(
      z.object({
        line: z.int(),
        packageId: z.string(),
        region: z.string(),
        before: money.nullable(),
        after: money,
        changePercent: z.number().nullable(),
        validFrom: instant.nullable(),
        warnings: z.array(z.enum(PRICE_WARNINGS)),
      }),
    ),
  })
  .meta({ id: 'PriceUploadAnswer' });
export type PriceUploadAnswer = z.infer<typeof priceUploadAnswer>;
