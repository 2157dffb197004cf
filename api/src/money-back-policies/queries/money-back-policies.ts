import {
  DEFAULT_MONEY_BACK_POLICIES,
  type MoneyBackPolicyKind,
  type MoneyBackPolicyKinds,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/sql.js';
import {
  type LiveVersions,
  type PolicyVersion,
  readLive,
  readPolicy,
} from '../persistence/money-back-policies.store.js';

/**
 * What is in force, read with the transaction that goes by it. A decision about money back keeps the number of the version
 * it was taken under.
 */
@Injectable()
export class MoneyBackPolicies {
  /** A released version never changes. */
  private readonly released = new Map<string, PolicyVersion<MoneyBackPolicyKind>>();
  /** A transaction goes by the versions it saw first. */
  private readonly seen = new WeakMap<Queryable, LiveVersions>();

  async current<Kind extends MoneyBackPolicyKind>(db: Queryable, kind: Kind): Promise<PolicyVersion<Kind>> {
    const version = (await this.live(db)).get(kind);
    // Before the first start of this build nothing is installed; the defaults are what will be.
    if (version === undefined) return { kind, version: 1, policy: defaultOf(kind) };
    return { kind, version, policy: await this.version(db, kind, version) };
  }

  async version<Kind extends MoneyBackPolicyKind>(
    db: Queryable,
    kind: Kind,
    version: number,
  ): Promise<MoneyBackPolicyKinds[Kind]> {
    const key = `${kind}:${version}`;
    const known = this.released.get(key) as PolicyVersion<Kind> | undefined;
    if (known !== undefined) return known.policy;
    const found = await readPolicy(db, kind, version);
    if (found !== null) this.released.set(key, found);
    else if (version !== 1) throw new Error(`there is no version ${version} of the ${kind} policy`);
    return found?.policy ?? defaultOf(kind);
  }

  private async live(db: Queryable): Promise<LiveVersions> {
    const known = this.seen.get(db);
    if (known !== undefined) return known;
    const live = await readLive(db);
    if ('atEnd' in db) this.seen.set(db, live);
    return live;
  }
}

const defaultOf = <Kind extends MoneyBackPolicyKind>(kind: Kind): MoneyBackPolicyKinds[Kind] =>
  DEFAULT_MONEY_BACK_POLICIES[kind];
