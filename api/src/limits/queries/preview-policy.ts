import type { LimitPolicyPreview, LimitPolicyPreviewRequest } from '@coinwarden/contracts';
import {
  DAY,
  isNewlyFull,
  isOver,
  type LimitPolicy,
  lowerPolicy,
  planNextVersion,
  type SpendingLimit,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { fromNowOn } from '../../platform/http/moments.js';
import { refuseFlawed } from '../commands/limit-problems.js';
import { LimitPolicies } from '../limit-policies.js';
import { readPolicyHistory } from '../persistence/limit-policies.store.js';
import { type AccountSample, sampleAccounts, spendByWindow } from '../persistence/policy-reach.store.js';

/** Up to here all accounts are looked at; of more, about as many. */
const ACCOUNTS = 5_000;
/** The same for those whose transactions are read. */
const SPENDERS = 1_000;
const LOOKED_BACK = 30 * DAY;

/**
 * Tells what setting a policy would mean before it is set: how many accounts it is for, how many of them it would leave
 * without room, how many spent more lately. It reads so many accounts at most, whatever their number.
 */
@Injectable()
export class PreviewPolicy {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: LimitPolicies,
  ) {}

  /** Refusals in order: limit.invalid, request.invalid (a moment in the past). */
  async read(request: LimitPolicyPreviewRequest): Promise<LimitPolicyPreview> {
    const now = this.clock.now();
    const from = fromNowOn(request.effectiveFrom, now, '/effectiveFrom').getTime();
    const policy = policyOf(request, from);
    refuseFlawed(policy);
    const { versions } = await readPolicyHistory(this.db, policy);
    const [ended] = planNextVersion(versions, from).ends;
    const before = versions.find(({ version }) => version === ended?.version) ?? null;
    const sample = await sampleAccounts(this.db, { ...policy, size: ACCOUNTS });
    const newlyFull = sample.accounts.filter((account) =>
      isNewlyFull(account, {
        limit: { ...policy, effectiveFrom: 0 },
        before: before && { ...policy, ...before, effectiveFrom: 0, effectiveUntil: null },
        at: now,
      }),
    );
    const over = await this.overLately(sample, policy, now);
    const whole = sample.accounts.length >= sample.total;
    const scaled = (count: number) =>
      whole ? count : Math.round((count * sample.total) / sample.accounts.length);
    const lower = lowerPolicy(await this.policies.load(this.db), policy, from);
    return {
      accounts: sample.total,
      newlyFull: scaled(newlyFull.length),
      overIn30Days: scaled(over.count),
      sampled: whole ? null : sample.accounts.length,
      sampledIn30Days: whole && over.all ? null : over.looked,
      before: before && { version: before.version, limit: Number(before.limit), currency: before.currency },
      lowerAlready: lower && {
        layer: lower.layer,
        country: lower.country,
        limit: Number(lower.limit),
        currency: lower.currency,
      },
    };
  }

  /** Only of those who have spent since is anything to be read. */
  private async overLately({ accounts }: AccountSample, limit: SpendingLimit, now: number) {
    const since = now - LOOKED_BACK;
    const spenders = accounts.filter(({ usage }) => usage.month !== null && usage.month.end > since);
    const looked = spenders.slice(0, SPENDERS);
    const spent = await spendByWindow(this.db, { accounts: looked, window: limit.window, since });
    const found = [...spent.values()].filter((windows) => windows.some((spend) => isOver(spend, limit)));
    const all = looked.length === spenders.length;
    return {
      all,
      looked: looked.length,
      count: all ? found.length : (found.length * spenders.length) / looked.length,
    };
  }
}

const policyOf = (request: LimitPolicyPreviewRequest, from: number): LimitPolicy => ({
  layer: request.layer,
  country: request.country,
  ageBand: request.ageBand,
  measure: request.measure,
  window: request.window,
  limit: BigInt(request.limit),
  currency: request.currency ?? null,
  effectiveFrom: from,
  effectiveUntil: null,
  source: '',
});
