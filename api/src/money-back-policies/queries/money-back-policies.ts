import {
  DEFAULT_MONEY_BACK_POLICIES,
  type MoneyBackPolicyKind,
  type MoneyBackPolicyKinds,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/sql.js';
import { type PolicyVersion, readPolicy } from '../persistence/money-back-policies.store.js';

/**
 * What is in force, read with the transaction that goes by it. A decision about money back keeps the number of the version
 * it was taken under.
 */
@Injectable()
export class MoneyBackPolicies {
  async current<Kind extends MoneyBackPolicyKind>(db: Queryable, kind: Kind): Promise<PolicyVersion<Kind>> {
    // Before the first start of this build nothing is installed; the defaults are what will be.
    return (await readPolicy(db, kind)) ?? { kind, version: 1, policy: defaultOf(kind) };
  }

  async version<Kind extends MoneyBackPolicyKind>(
    db: Queryable,
    kind: Kind,
    version: number,
  ): Promise<MoneyBackPolicyKinds[Kind]> {
    const found = await readPolicy(db, kind, version);
    if (found === null && version !== 1)
      throw new Error(`there is no version ${version} of the ${kind} policy`);
    return found?.policy ?? defaultOf(kind);
  }
}

const defaultOf = <Kind extends MoneyBackPolicyKind>(kind: Kind): MoneyBackPolicyKinds[Kind] =>
  DEFAULT_MONEY_BACK_POLICIES[kind];
