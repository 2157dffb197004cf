import { EVERYWHERE } from '@coinwarden/domain';

/**
 * Prices in minor units, one per package in the order of `DEFAULT_PACKAGES`. Dollars and euros hold everywhere; the other
 * currencies only at home, so that nobody buys in the cheapest one from abroad. No price may fall below what the coins
 * are worth as a creator's payout.
 */
export const DEFAULT_PRICES: readonly {
  readonly currency: string;
  readonly region: string;
  readonly amountsMinor: readonly number[];
}[] = [
  { currency: 'USD', region: EVERYWHERE, amountsMinor: [99, 499, 999, 1_999, 4_999, 9_999, 24_999, 49_999] },
  {
    currency: 'EUR',
    region: EVERYWHERE,
    amountsMinor: [109, 549, 1_099, 2_199, 5_499, 10_999, 27_499, 54_999],
  },
  { currency: 'GBP', region: 'GB', amountsMinor: [99, 449, 899, 1_799, 4_499, 8_999, 22_499, 44_999] },
  { currency: 'CAD', region: 'CA', amountsMinor: [139, 699, 1_399, 2_799, 6_999, 13_999, 34_999, 69_999] },
  { currency: 'JPY', region: 'JP', amountsMinor: [160, 800, 1_600, 3_200, 8_000, 16_000, 40_000, 80_000] },
  {
    currency: 'BRL',
    region: 'BR',
    amountsMinor: [590, 2_790, 5_490, 10_990, 27_490, 54_990, 134_990, 269_990],
  },
  {
    currency: 'MXN',
    region: 'MX',
    amountsMinor: [1_900, 8_900, 17_900, 35_900, 89_900, 179_900, 449_900, 899_900],
  },
  {
    currency: 'INR',
    region: 'IN',
    amountsMinor: [8_900, 42_900, 84_900, 169_900, 419_900, 839_900, 2_099_900, 4_199_900],
  },
  {
    currency: 'IDR',
    region: 'ID',
    amountsMinor: [
      1_600_000, 7_900_000, 15_900_000, 31_900_000, 79_900_000, 159_900_000, 399_900_000, 799_900_000,
    ],
  },
  {
    currency: 'TRY',
    region: 'TR',
    amountsMinor: [3_999, 19_999, 39_999, 79_999, 199_999, 399_999, 999_999, 1_999_999],
  },
];

/** Since before any purchase that may be imported. */
export const DEFAULT_PRICES_VALID_FROM = '2000-01-01T00:00:00Z';
