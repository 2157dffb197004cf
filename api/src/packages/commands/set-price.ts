import type { PriceSet } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { endAfter, fromNowOn, wrong } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertPrices, type NewPriceVersion } from '../persistence/price-points.store.js';
import { PriceBook, type WantedPrice, warningsOf } from '../prices/price-book.js';
import { PRICE_WARNING_TEXT } from '../prices/price-warnings.js';
import { ChangeCatalogue } from './change-catalogue.js';

/** Sets the next version of one price. */
@Injectable()
export class SetPrice {
  constructor(
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the price point's id. */
  execute(actor: StaffActor, request: PriceSet): Promise<string> {
    const now = this.clock.now();
    const wanted = wantedOf(request, now);
    return this.change.run(async (tx) => {
      const book = await PriceBook.read(tx);
      const price = entered(book, wanted, request);
      const warnings = warningsOf(book.catalogue, [price]).get(price)!;
      if (warnings.length > 0 && !request.acceptWarnings) {
        const errors = warnings.map((one) => ({ pointer: '/amountMinor', detail: PRICE_WARNING_TEXT[one] }));
        throw new ProblemError(
          'price.warned',
          `It is unusual: ${errors.map((e) => e.detail).join('; ')}.`,
          errors,
        );
      }
      const { reason } = request;
      const [id] = await insertPrices(tx, [price], { at: new Date(now), by: actor.id, reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'price.set',
        subject: { type: 'price_point', id: id! },
        reason,
        details: {
          packageId: price.packageId,
          region: price.region,
          version: price.version,
          ...wanted.price,
          amountMinor: request.amountMinor,
          amountMinorBefore: beforeOf(book, wanted),
          validFrom: price.validFrom.toISOString(),
          validUntil: price.validUntil?.toISOString() ?? null,
          warnings,
        },
      });
      return id!;
    });
  }
}

function wantedOf(request: PriceSet, now: number): WantedPrice {
  const validFrom = fromNowOn(request.validFrom, now, '/validFrom');
  return {
    packageId: request.packageId,
    region: request.region,
    price: { amountMinor: BigInt(request.amountMinor), currency: request.currency },
    skuApple: request.skuApple,
    skuGoogle: request.skuGoogle,
    validFrom,
    validUntil: endAfter(validFrom, request.validUntil, '/validUntil'),
  };
}

function entered(book: PriceBook, wanted: WantedPrice, { follows, currency }: PriceSet): NewPriceVersion {
  const { packageId, region } = wanted;
  if (!book.catalogue.hasPackage(packageId)) throw wrong('/packageId', 'there is no such package');
  const latest = book.latestVersion({ packageId, currency, region });
  if (latest !== follows) throw new ProblemError('record.conflict', `Version ${latest} has come meanwhile.`);
  const taken = book.takenSku(wanted);
  if (taken) throw wrong(`/${taken.store}`, `belongs to ${taken.packageId}`);
  return book.enter(wanted);
}

const beforeOf = (book: PriceBook, wanted: WantedPrice): number | null => {
  const before = book.before(wanted);
  return before && Number(before.price.amountMinor);
};
