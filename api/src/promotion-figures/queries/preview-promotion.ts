import type { PromotionPreview, PromotionPreviewOffer, PromotionPreviewRequest } from '@coinwarden/contracts';
import {
  applyPromotion,
  type Catalogue,
  type CoinPackage,
  conflictsOf,
  HOUR,
  type Instant,
  isFor,
  type Money,
  needsApproval,
  type Offer,
  type Promotion,
  type PromotionConflict,
  pricePerCoin,
  readWindow,
  shownCurrency,
  worstCase,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '../../packages/packages.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { asPromotion, readUnended } from '../../promotions/promotions.public.js';
import { estimateAccounts } from '../persistence/audience-accounts.store.js';

/** What a promotion would be as it is written now: what buyers would see, what it meets and what it could cost. */
@Injectable()
export class PreviewPromotion {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly catalogues: CatalogueCache,
  ) {}

  async run({
    promotion: contents,
    promotionId = '',
    country,
  }: PromotionPreviewRequest): Promise<PromotionPreview> {
    const now = this.clock.now();
    const promotion = asPromotion(promotionId, contents);
    const catalogue = await this.catalogues.load(this.db);
    const others = await readUnended(this.db, promotionId, new Date(now));
    const accounts = await estimateAccounts(this.db);
    const at = Math.max(now, promotion.startsAt);
    const worst = worstCase(promotion, { packages: catalogue.packagesOnSale(at), accounts });
    return {
      window: windowOf(contents),
      offers: offersOf(promotion, { catalogue, country, at }),
      conflicts: conflictsOf(promotion, { others, catalogue }).map(toWire),
      worstCase: {
        coins: worst.coins === null ? null : Number(worst.coins),
        because: worst.because,
        payoutUsdMinor: worst.payoutUsdMinor === null ? null : Number(worst.payoutUsdMinor),
      },
      needsApproval: needsApproval(promotion.budgetCoins, this.config.promotionFreeCoins),
    };
  }
}

function windowOf(contents: PromotionPreviewRequest['promotion']): PromotionPreview['window'] {
  const { startsAt, endsAt, startsRead, endsRead } = readWindow(contents);
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    hours: Math.round(((endsAt - startsAt) / HOUR) * 100) / 100,
    startsRead,
    endsRead,
  };
}

interface Shop {
  readonly catalogue: Catalogue;
  readonly country: string;
  readonly at: Instant;
}

function offersOf(promotion: Promotion, { catalogue, country, at }: Shop): PromotionPreviewOffer[] {
  const currency = shownCurrency(catalogue, country, at);
  return catalogue.packagesOnSale(at).flatMap((pack) => {
    const point = catalogue.priceOf({ packageId: pack.packageId, currency, country, at });
    return point === null ? [] : [offerOf(promotion, pack, point.price)];
  });
}

function offerOf(promotion: Promotion, pack: CoinPackage, price: Money): PromotionPreviewOffer {
  const without = { promotion: null, fallback: null, singleUseCode: null };
  const plain = applyPromotion({ choice: without, package: pack, price });
  const promoted = isFor(promotion, pack)
    ? applyPromotion({ choice: { ...without, promotion }, package: pack, price })
    : null;
  return {
    packageId: pack.packageId,
    name: pack.name,
    coins: Number(pack.coins),
    ...shownOffer(plain),
    promoted: promoted && { ...shownOffer(promoted), costCoins: Number(promoted.promotion!.costCoins) },
  };
}

const shownOffer = ({ priceMinor: amountMinor, currency, coins, bonusCoins }: Offer) => ({
  bonusCoins: Number(bonusCoins),
  price: { amountMinor: Number(amountMinor), currency },
  pricePerCoin: pricePerCoin({ amountMinor, currency }, coins + bonusCoins),
});

const toWire = ({ kind, other, from, until, packageIds }: PromotionConflict) => ({
  kind,
  promotion: other && { id: other.promotionId, name: other.name, priority: other.priority },
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
  packageIds: [...packageIds],
});
