import { PRICE_UPLOAD_COLUMNS } from '@coinwarden/contracts';
import { toMajorUnits } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { csvLine } from '../../platform/csv/csv-cell.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readHeldPrices } from '../persistence/price-points.store.js';

/** The prices that hold, as CSV that an upload takes back: what is changed in it is what the upload changes. */
@Injectable()
export class ExportPrices {
  constructor(private readonly db: UnitOfWork) {}

  async lines(): Promise<string[]> {
    const prices = await readHeldPrices(this.db);
    return [
      '\uFEFF',
      csvLine(PRICE_UPLOAD_COLUMNS),
      ...prices.map((price) =>
        csvLine([
          price.packageId,
          price.currency,
          price.region,
          toMajorUnits(price.amountMinor, price.currency),
          price.skuApple ?? '',
          price.skuGoogle ?? '',
          price.validFrom.toISOString(),
          price.validUntil?.toISOString() ?? '',
        ]),
      ),
    ];
  }
}
