import type { PackageOffer, PackagesQuery } from '@coinwarden/contracts';
import {
  type AudienceSubject,
  applyPromotion,
  audienceSubject,
  type CoinPackage,
  decodeVelocity,
  isRunning,
  type Money,
  type Offer,
  plainCode,
  pricePerCoin,
  selectPromotion,
  shownCurrency,
  withTheirGroups,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets, type WalletRecord } from '../../ledger/ledger.public.js';
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
    const buyer = await this.buyerOf(query);
    // The account's own country, because that is where its purchases are priced, whatever the query says.
    const country = buyer?.account.country ?? query.country ?? null;
    const currency = query.currency ?? shownCurrency(catalogue, country, at);
    const offerOf = await this.offers(buyer && subjectOf(buyer, at), query.promotionCode ?? null, at);
    return catalogue.packagesOnSale(at).flatMap((pack) => {
      const question = { packageId: pack.packageId, currency, country: country ?? '', at };
      const point = catalogue.priceOf(question);
      return point === null ? [] : [toWire(pack, offerOf(pack, point.price))];
    });
  }

  private async buyerOf({ accountId }: PackagesQuery): Promise<WalletRecord | null> {
    if (accountId === undefined) return null;
    const buyer = (await readWallets(this.db, [accountId])).get(accountId);
    if (!buyer) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    return buyer;
  }

  private async offers(buyer: AudienceSubject | null, code: string | null, at: number) {
    const all = await this.promotionCache.load(this.db);
    const running = all.filter((p) => isRunning(p, at));
    const { counters, usesByAccount, codes } = await readTally(this.db, {
      promotions: withTheirGroups(running, all),
      accountIds: buyer === null ? [] : [buyer.account.accountId],
      codes: code === null ? [] : [plainCode(code)],
    });
    return (pack: CoinPackage, price: Money): Offer => {
      const question = { promotions: all, package: pack, buyer, at, code, codes, counters, usesByAccount };
      return applyPromotion({ choice: selectPromotion(question), package: pack, price });
    };
  }
}

const subjectOf = ({ account, velocity }: WalletRecord, at: number) =>
  audienceSubject(account, decodeVelocity(velocity), at);

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
