import { PACKAGE_TIERS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, country, currency, id, instant, money, page, positiveAmount } from './primitives.js';

/**
 * `GET /v1/packages`. With `accountId` the country is the account's, whatever `country` says, and its used-up promotions
 * do not show; without a currency the prices are in the country's own where there are any, else in US dollars.
 */
export const packagesQuery = z.strictObject({
  country: country.optional(),
  currency: currency.optional(),
  accountId: id.optional(),
  /** Shows the prices as this code makes them. */
  promotionCode: id.optional(),
});
export type PackagesQuery = z.infer<typeof packagesQuery>;

export const packageOffer = z
  .object({
    packageId: z.string(),
    name: z.string(),
    tier: z.enum(PACKAGE_TIERS),
    coins: positiveAmount,
    /** Everything that comes on top: the package's own bonus and the promotion's. */
    bonusCoins: amount,
    price: money,
    /** Price over all coins received, in major units, as a decimal string rounded half up to six places. */
    pricePerCoin: z.string(),
    promotion: z.object({ id: z.string(), name: z.string(), endsAt: instant }).nullable(),
  })
  .meta({ id: 'PackageOffer' });
export type PackageOffer = z.infer<typeof packageOffer>;

export const packageOffers = page(packageOffer).meta({ id: 'PackageOffers' });
export type PackageOffers = z.infer<typeof packageOffers>;

export const giftView = z
  .object({ giftId: z.string(), name: z.string(), coins: positiveAmount })
  .meta({ id: 'Gift' });
export type GiftView = z.infer<typeof giftView>;

export const giftViews = page(giftView).meta({ id: 'Gifts' });
export type GiftViews = z.infer<typeof giftViews>;
