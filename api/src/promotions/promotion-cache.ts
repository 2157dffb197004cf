import type { Promotion } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readPromotions } from './persistence/promotions.store.js';

/** The promotions, as every purchase looks for one. */
@Injectable()
export class PromotionCache extends ReferenceCache<readonly Promotion[]> {
  constructor() {
    super('promotions');
  }

  protected read(db: Queryable): Promise<readonly Promotion[]> {
    return readPromotions(db);
  }
}
