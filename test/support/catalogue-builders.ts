import {
  type Account,
  type AudienceSubject,
  audienceSubject,
  type CoinPackage,
  coins,
  DAY,
  type PackageSale,
  type PricePoint,
  type Promotion,
} from '@coinwarden/domain';
import { PERSON } from './rule-inputs.js';

/** Builders for tests: everything has a plain default, and a test says only what it is about. */

export const NOON = Date.parse('2026-06-15T12:00:00Z');

export const aPackage = (overrides: Partial<CoinPackage> = {}): CoinPackage => ({
  packageId: 'coins-1000',
  version: 1,
  name: 'A thousand',
  tier: 'medium',
  coins: coins(1_000),
  bonusCoins: coins(0),
  position: 10,
  validFrom: NOON - 100 * DAY,
  ...overrides,
});

export const aSale = (overrides: Partial<PackageSale> = {}): PackageSale => ({
  packageId: 'coins-1000',
  from: NOON - 100 * DAY,
  until: null,
  ...overrides,
});

export const aPricePoint = (overrides: Partial<PricePoint> = {}): PricePoint => ({
  pricePointId: 'price',
  packageId: 'coins-1000',
  region: '*',
  version: 1,
  price: { amountMinor: 999n, currency: 'USD' },
  validFrom: NOON - 100 * DAY,
  validUntil: null,
  ...overrides,
});

export const aPromotion = (overrides: Partial<Promotion> = {}): Promotion => ({
  promotionId: 'promotion',
  name: 'A promotion',
  code: null,
  singleUseCodes: false,
  effect: 'bonus_percent',
  value: 10n,
  packageIds: [],
  audience: null,
  startsAt: NOON - DAY,
  endsAt: NOON + DAY,
  timeZone: 'UTC',
  budgetCoins: null,
  usesPerAccount: null,
  exclusiveGroup: null,
  holdoutPercent: 0,
  priority: 0,
  status: 'active',
  ...overrides,
});

/** Somebody who might buy at noon, and has bought nothing lately. */
export const aBuyer = (overrides: Partial<Account> = {}): AudienceSubject =>
  audienceSubject({ ...PERSON, createdAt: NOON - 200 * DAY, ...overrides }, null, NOON);
