import type { Catalogue } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readCatalogue } from './persistence/catalogue.store.js';

/** Packages, price points and gifts, as every decision looks them up. */
@Injectable()
export class CatalogueCache extends ReferenceCache<Catalogue> {
  constructor() {
    super('catalogue');
  }

  protected read(db: Queryable): Promise<Catalogue> {
    return readCatalogue(db);
  }
}
