import type { RiskWindowPolicy } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ReferenceCache } from '../platform/database/reference-cache.js';
import type { Queryable } from '../platform/database/sql.js';
import { MoneyBackPolicies } from './queries/money-back-policies.js';

/** How long purchases count as at risk, as every decision on a purchase looks it up. */
@Injectable()
export class RiskWindows extends ReferenceCache<RiskWindowPolicy> {
  constructor(private readonly policies: MoneyBackPolicies) {
    super('risk_window');
  }

  protected async read(db: Queryable): Promise<RiskWindowPolicy> {
    return (await this.policies.current(db, 'risk_window')).policy;
  }
}
