import type { PriceEnd } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { fromNowOn } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { endPrice, lockPrice } from '../persistence/price-points.store.js';
import { ChangeCatalogue } from './change-catalogue.js';

/** Ends a price. What began before it holds again, if it still lasts; else the package is not sold there. */
@Injectable()
export class EndPrice {
  constructor(
    private readonly change: ChangeCatalogue,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, pricePointId: string, { at, reason }: PriceEnd): Promise<void> {
    const now = this.clock.now();
    return this.change.run(async (tx) => {
      const price = isUuid(pricePointId) ? await lockPrice(tx, pricePointId) : null;
      if (!price) throw new ProblemError('record.unknown');
      const { packageId, validFrom, validUntil } = price;
      if (validUntil !== null && (validUntil.getTime() <= now || validUntil <= validFrom))
        throw new ProblemError('action.not_allowed', 'It has ended already.');
      const asked = fromNowOn(at, now, '/at');
      // One that has not begun by then never holds.
      const until = asked < validFrom ? validFrom : asked;
      await endPrice(tx, { pricePointId, until, by: actor.id, reason });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'price.ended',
        subject: { type: 'price_point', id: pricePointId },
        reason,
        details: { packageId, until: until.toISOString(), untilBefore: validUntil?.toISOString() ?? null },
      });
    });
  }
}
