import {
  type Account,
  type Catalogue,
  type CompiledRuleset,
  type CompiledShadow,
  type LimitPolicy,
  type ListIndex,
  type Promotion,
  policyLimits,
  type RiskWindowPolicy,
  type SpendingLimit,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { LimitPolicies } from '../../limits/limits.public.js';
import { ListsCache } from '../../lists/lists.public.js';
import { RiskWindows } from '../../money-back-policies/money-back-policies.public.js';
import { CatalogueCache } from '../../packages/packages.public.js';
import { type ReferenceName, readReferenceVersions } from '../../platform/database/reference-cache.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PromotionCache } from '../../promotions/promotions.public.js';
import { RulesetCache, ShadowCache } from '../../rules/rules.public.js';

/** Kind of reference data → the version it stands at. */
export type ReferenceVersions = ReadonlyMap<ReferenceName, bigint>;

/** All that decisions are taken by, as one unchanging value: a batch is judged by one snapshot from first to last. */
export class ReferenceSnapshot {
  private readonly limitsBySubject = new Map<string, readonly SpendingLimit[]>();

  constructor(
    readonly versions: ReferenceVersions,
    readonly catalogue: Catalogue,
    readonly promotions: readonly Promotion[],
    readonly ruleset: CompiledRuleset,
    readonly shadow: CompiledShadow | null,
    readonly lists: ListIndex,
    readonly riskWindow: RiskWindowPolicy,
    private readonly policies: readonly LimitPolicy[],
  ) {}

  /** The limits that law and platform lay on such an account. */
  policyLimits(account: Account): readonly SpendingLimit[] {
    const key = `${account.country} ${account.ageBand}`;
    let limits = this.limitsBySubject.get(key);
    if (limits === undefined) {
      limits = policyLimits(this.policies, account);
      this.limitsBySubject.set(key, limits);
    }
    return limits;
  }
}

/**
 * Keeps the snapshot in memory. Whoever changes reference data raises its number in the same transaction; a batch compares
 * the numbers under its own locks and asks for a new snapshot when they differ, so a change binds from its commit on.
 */
@Injectable()
export class ReferenceData {
  private snapshot: Promise<ReferenceSnapshot> | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly catalogue: CatalogueCache,
    private readonly promotions: PromotionCache,
    private readonly policies: LimitPolicies,
    private readonly ruleset: RulesetCache,
    private readonly shadow: ShadowCache,
    private readonly lists: ListsCache,
    private readonly riskWindows: RiskWindows,
  ) {}

  current(): Promise<ReferenceSnapshot> {
    this.snapshot ??= this.load().catch((error) => {
      this.snapshot = null;
      throw error;
    });
    return this.snapshot;
  }

  /** Whether the snapshot still holds; if not, the next call of `current` loads anew. */
  isCurrent(snapshot: ReferenceSnapshot, versions: ReferenceVersions): boolean {
    for (const [name, version] of versions) {
      if (snapshot.versions.get(name) === version) continue;
      this.snapshot = null;
      return false;
    }
    return true;
  }

  /** One snapshot of the database for the numbers and the data, so that they belong together. */
  private load(): Promise<ReferenceSnapshot> {
    return this.uow.run(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const versions = await readReferenceVersions(tx);
      const of = (name: ReferenceName) => versions.get(name)!;
      return new ReferenceSnapshot(
        versions,
        await this.catalogue.at(tx, of('catalogue')),
        await this.promotions.at(tx, of('promotions')),
        await this.ruleset.at(tx, of('ruleset')),
        await this.shadow.at(tx, of('ruleset')),
        await this.lists.at(tx, of('lists')),
        await this.riskWindows.at(tx, of('risk_window')),
        await this.policies.at(tx, of('policies')),
      );
    });
  }
}
