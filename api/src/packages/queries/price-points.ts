import type { StaffPricePoint } from '@coinwarden/contracts';
import { comparePrices } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { listOf, type StaffList } from '../../platform/http/list-route.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { findStaffRecord } from '../../platform/http/staff-list.js';
import { CatalogueCache } from '../catalogue-cache.js';
import { PRICE_POINTS, type PricePointRow, pricePointRecord } from './price-point-records.js';

/** Price points, those that hold now each with how it compares with the others. */
@Injectable()
export class PricePoints {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly catalogues: CatalogueCache,
  ) {}

  async list(actor: StaffActor): Promise<StaffList> {
    return listOf(PRICE_POINTS, pricePointRecord(actor, await this.compared()));
  }

  async one(actor: StaffActor, id: string): Promise<StaffPricePoint> {
    const row = await findStaffRecord<PricePointRow>(this.db, PRICE_POINTS, id);
    if (!row) throw new ProblemError('record.unknown');
    return pricePointRecord(actor, await this.compared())(row);
  }

  private async compared() {
    const catalogue = await this.catalogues.load(this.db);
    const compared = comparePrices(catalogue.pricesAt(this.clock.now()));
    return new Map(compared.map((one) => [one.point.pricePointId, one]));
  }
}
