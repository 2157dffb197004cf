/**
 * What a promotion meets in its window: others that would take its place or that it takes the place of, packages that are
 * not sold throughout, and prices so low with it that buying coins, giving them and withdrawing makes money.
 */
import type { Instant } from '../kernel/time.js';
import type { Catalogue } from '../packages/catalogue.js';
import { PAYOUT_MICROS_PER_COIN, usdMicrosPerCoin } from '../packages/price-spread.js';
import { isAutomatic, type Promotion } from './promotion.js';
import { plainCode } from './promotion-code.js';
import { promotionBonus, promotionPrice } from './promotion-cost.js';
import { byPriority, isFor } from './select-promotion.js';

export const PROMOTION_CONFLICTS = [
  'code_taken',
  'loses_to',
  'wins_over',
  'same_group',
  'package_not_on_sale',
  'below_payout',
] as const;
export type PromotionConflictKind = (typeof PROMOTION_CONFLICTS)[number];

export interface PromotionConflict {
  readonly kind: PromotionConflictKind;
  readonly other: Promotion | null;
  /** The stretch of time it concerns. */
  readonly from: Instant;
  readonly until: Instant;
  /** The packages it concerns; empty is every one. */
  readonly packageIds: readonly string[];
}

export interface PromotionSurroundings {
  /** All others that are not over. */
  readonly others: readonly Promotion[];
  readonly catalogue: Catalogue;
}

/** In the order of `PROMOTION_CONFLICTS`, each kind by the time it begins. */
export function conflictsOf(
  promotion: Promotion,
  { others, catalogue }: PromotionSurroundings,
): PromotionConflict[] {
  const found = [
    ...others.flatMap((other) => conflictsBetween(promotion, other)),
    ...notOnSale(promotion, catalogue),
    ...belowPayout(promotion, catalogue),
  ];
  const order = ({ kind }: PromotionConflict) => PROMOTION_CONFLICTS.indexOf(kind);
  return found.sort((a, b) => order(a) - order(b) || a.from - b.from);
}

function conflictsBetween(promotion: Promotion, other: Promotion): PromotionConflict[] {
  const found: PromotionConflict[] = [];
  const own = { other, from: promotion.startsAt, until: promotion.endsAt, packageIds: promotion.packageIds };
  const { code, exclusiveGroup } = promotion;
  if (code !== null && other.code !== null && plainCode(code) === plainCode(other.code))
    found.push({ kind: 'code_taken', ...own });
  if (exclusiveGroup !== null && exclusiveGroup === other.exclusiveGroup)
    found.push({ kind: 'same_group', ...own });
  const from = Math.max(promotion.startsAt, other.startsAt);
  const until = Math.min(promotion.endsAt, other.endsAt);
  const packageIds = commonPackages(promotion, other);
  if (from < until && packageIds !== null && isAutomatic(promotion) && isAutomatic(other)) {
    const kind = byPriority(promotion, other) < 0 ? 'wins_over' : 'loses_to';
    found.push({ kind, other, from, until, packageIds });
  }
  return found;
}

/** Null for none; empty for all. */
function commonPackages(a: Promotion, b: Promotion): readonly string[] | null {
  if (a.packageIds.length === 0) return b.packageIds;
  if (b.packageIds.length === 0) return a.packageIds;
  const common = a.packageIds.filter((id) => b.packageIds.includes(id));
  return common.length > 0 ? common : null;
}

function notOnSale({ packageIds, startsAt, endsAt }: Promotion, catalogue: Catalogue): PromotionConflict[] {
  const missing = packageIds.filter(
    (id) => !catalogue.packageOnSale(id, startsAt) || !catalogue.packageOnSale(id, endsAt - 1),
  );
  if (missing.length === 0) return [];
  return [{ kind: 'package_not_on_sale', other: null, from: startsAt, until: endsAt, packageIds: missing }];
}

function belowPayout(promotion: Promotion, catalogue: Catalogue): PromotionConflict[] {
  const { startsAt, endsAt } = promotion;
  const low = new Set<string>();
  for (const { packageId, price, region } of catalogue.pricesAt(startsAt)) {
    const pack = catalogue.packageOnSale(packageId, startsAt);
    if (!pack || !isFor(promotion, pack)) continue;
    const coins = pack.coins + pack.bonusCoins + promotionBonus(promotion, pack);
    const amountMinor = promotionPrice(promotion, price.amountMinor);
    const micros = usdMicrosPerCoin({ packageId, region, price: { ...price, amountMinor }, coins });
    if (micros !== null && micros <= PAYOUT_MICROS_PER_COIN) low.add(packageId);
  }
  if (low.size === 0) return [];
  return [{ kind: 'below_payout', other: null, from: startsAt, until: endsAt, packageIds: [...low].sort() }];
}
