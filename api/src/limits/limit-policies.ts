import type { LimitPolicy } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { readLimitPolicies } from './persistence/limit-policies.store.js';

/** The limits of law and platform, as every decision looks them up. */
@Injectable()
export class LimitPolicies extends ReferenceCache<readonly LimitPolicy[]> {
  constructor() {
    super('policies');
  }

  protected read(db: Queryable): Promise<readonly LimitPolicy[]> {
    return readLimitPolicies(db);
  }
}
