import type {
  PromotionSimulationRequest,
  PromotionSimulation as SimulationAnswer,
} from '@coinwarden/contracts';
import {
  amountIn,
  type Catalogue,
  DAY,
  type Instant,
  idFloor,
  type Promotion,
  PromotionSimulation,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '../../packages/packages.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { asPromotion, PromotionCache } from '../../promotions/promotions.public.js';
import { percentOf, readPurchases, type StoredPurchase } from '../persistence/past-purchases.store.js';
import { fraudBetween } from './fraudulent-purchases.js';
import { PastBuyers } from './past-buyers.js';
import { simulationView } from './simulation-view.js';

const STRETCH = 30 * DAY;

/** What a promotion would have cost, and whom it would have reached, on the real purchases of the last 30 days. */
@Injectable()
export class SimulatePromotion {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly catalogues: CatalogueCache,
    private readonly promotions: PromotionCache,
  ) {}

  async run({
    promotion: contents,
    promotionId = '',
  }: PromotionSimulationRequest): Promise<SimulationAnswer> {
    const until = this.clock.now();
    const from = until - STRETCH;
    const promotion = asPromotion(promotionId, contents);
    const percent = await percentOf(this.db, { after: idFloor(from), before: idFloor(until) });
    const simulation = new PromotionSimulation(shareOf(promotion, percent));
    await this.play(simulation, { promotion, from, until, percent });
    return simulationView({ simulation, promotion, from, until, percent });
  }

  private async play(simulation: PromotionSimulation, played: Played): Promise<void> {
    const { promotion, from, until, percent } = played;
    const catalogue = await this.catalogues.load(this.db);
    const priorities = new Map(
      (await this.promotions.load(this.db)).map(({ promotionId, priority }) => [promotionId, priority]),
    );
    const buyers = new PastBuyers();
    const remembering = promotion.audience?.readsPurchases ?? false;
    // What was bought in the 30 days before its first day counts for those who are asked on it.
    let after = idFloor(remembering ? from - STRETCH : from);
    const before = idFloor(until);
    for (;;) {
      const page = await readPurchases(this.db, { after, before, percent });
      if (page.length === 0) return;
      await buyers.learn(
        this.db,
        page.map(({ accountId }) => accountId),
      );
      const range = { firstId: page[0]!.transactionId, lastId: page.at(-1)!.transactionId };
      const abusive = new Set(await fraudBetween(this.db, range));
      for (const purchase of page) {
        const { at, accountId } = purchase;
        const asked = pastPurchase(purchase, { catalogue, priorities, buyers, abusive });
        if (asked !== null && at >= from) simulation.add(asked);
        if (remembering) buyers.remember(accountId, at, Number(asked?.usdMinor ?? 0n));
      }
      after = page.at(-1)!.transactionId;
    }
  }
}

interface Played {
  readonly promotion: Promotion;
  readonly from: Instant;
  readonly until: Instant;
  readonly percent: number;
}

/** A part of the accounts has a part of the budget. */
const shareOf = (promotion: Promotion, percent: number): Promotion => ({
  ...promotion,
  budgetCoins: promotion.budgetCoins === null ? null : (promotion.budgetCoins * BigInt(percent)) / 100n,
});

interface Known {
  readonly catalogue: Catalogue;
  readonly priorities: ReadonlyMap<string, number>;
  readonly buyers: PastBuyers;
  readonly abusive: ReadonlySet<string>;
}

function pastPurchase(purchase: StoredPurchase, { catalogue, priorities, buyers, abusive }: Known) {
  const { at, packageId, amountMinor, currency, promotionId, byCode, costCoins } = purchase;
  const account = buyers.find(purchase.accountId);
  const pack = catalogue.versionAt(packageId, at);
  if (!account || !pack) return null;
  return {
    buyer: buyers.subject(account, at),
    package: pack,
    usdMinor: amountIn('USD', { amountMinor, currency }),
    at,
    had: promotionId === null ? null : { byCode, priority: priorities.get(promotionId) ?? 0, costCoins },
    abusive: account.blocked || abusive.has(purchase.transactionId),
  };
}
