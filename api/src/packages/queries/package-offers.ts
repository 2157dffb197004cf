import type { PackageOffer, PackagesQuery } from '@coinwarden/contracts';
import {
  applyPromotion,
  type CoinPackage,
  isRunning,
  type Money,
  type Offer,
  pricePerCoin,
  selectPromotion,
  shownCurrency,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { PromotionCache, readTally } from '../../promotions/promotions.public.js';
import { CatalogueCache } from '../catalogue-cache.js';

/** The packages on sale, each at the price this buyer pays now: found exactly as the decision on the purchase finds it. */
@Injectable()
export class PackageOffers {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly catalogues: CatalogueCache,
    private readonly promotionCache: PromotionCache,
  ) {}

  async list(query: PackagesQuery): Promise<PackageOffer[]> {
    const at = this.clock.now();
    const catalogue = await this.catalogues.load(this.db);
    const country = await this.countryOf(query);
    const currency = query.currency ?? shownCurrency(catalogue, country, at);
    const offerOf = await this.offers(query, at);
    return catalogue.packagesOnSale(at).flatMap((pack) => {
      const question = { packageId: pack.packageId, currency, country: country ?? '', at };
      const point = catalogue.priceOf(question);
      return point === null ? [] : [toWire(pack, offerOf(pack, point.price))];
    });
  }

  /** The account's own country, because that is where its purchases are priced, whatever the query says. */
  private async countryOf({ accountId, country }: PackagesQuery): Promise<string | null> {
    if (accountId === undefined) return country ?? null;
    const buyer = (await readWallets(this.db, [accountId])).get(accountId);
    if (!buyer) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    return buyer.account.country;
  }

  private async offers({ accountId, promotionCode }: PackagesQuery, at: number) {
    const promotions = (await this.promotionCache.load(this.db)).filter((p) => isRunning(p, at));
    const accountIds = accountId === undefined ? [] : [accountId];
    const { counters, usesByAccount } = await readTally(this.db, { promotions, accountIds });
    const account = accountId === undefined ? null : { accountId };
    const code = promotionCode ?? null;
    return (pack: CoinPackage, price: Money): Offer => {
      const question = { promotions, package: pack, account, at, code, counters, usesByAccount };
      return applyPromotion({ choice: selectPromotion(question), package: pack, price });
    };
  }
}

const toWire = (pack: CoinPackage, offer: Offer): PackageOffer => ({
  packageId: pack.packageId,
  name: pack.name,
  tier: pack.tier,
  coins: Number(offer.coins),
  bonusCoins: Number(offer.bonusCoins),
  price: { amountMinor: Number(offer.priceMinor), currency: offer.currency },
  pricePerCoin: pricePerCoin(
    { amountMinor: offer.priceMinor, currency: offer.currency },
    offer.coins + offer.bonusCoins,
  ),
  promotion: offer.promotion && {
    id: offer.promotion.promotionId,
    name: offer.promotion.name,
    endsAt: new Date(offer.promotion.endsAt).toISOString(),
  },
});
