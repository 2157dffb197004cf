import type { LimitPolicySet } from '@coinwarden/contracts';
import { type LimitPolicy, planNextVersion } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { fromNowOn } from '../../platform/http/moments.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  insertPolicyVersion,
  readPolicyHistory,
  writePolicyChange,
} from '../persistence/limit-policies.store.js';
import { ChangePolicies } from './change-policies.js';
import { invalidLimit, refuseFlawed } from './limit-problems.js';

/** Sets the next version of a limit policy, from now on or from a moment to come. */
@Injectable()
export class SetPolicy {
  constructor(
    private readonly change: ChangePolicies,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Answers the version's id. Refusals in order: limit.invalid, request.invalid (a moment in the past), record.conflict.
   */
  execute(actor: StaffActor, request: LimitPolicySet): Promise<string> {
    const setting = settingOf(request);
    return this.change.run(async (tx) => {
      const now = this.clock.now();
      const from = fromNowOn(request.effectiveFrom, now, '/effectiveFrom').getTime();
      const history = await readPolicyHistory(tx, setting);
      refuseUnseen(history.revision, request.follows);
      const plan = planNextVersion(history.versions, from);
      const made = { at: new Date(now), by: actor.id, reason: request.reason };
      await writePolicyChange(tx, setting, { change: plan, ended: null, made });
      const version = history.latestVersion + 1;
      const { effectiveUntil } = plan;
      const policy = { ...setting, version, effectiveFrom: from, effectiveUntil };
      const policyId = await insertPolicyVersion(tx, policy, made);
      const before = history.versions.find((v) => plan.ends.some((end) => end.version === v.version));
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'limit_policy.set',
        subject: { type: 'limit_policy', id: policyId },
        reason: request.reason,
        details: {
          limit: Number(setting.limit),
          currency: setting.currency,
          limitBefore: before ? Number(before.limit) : null,
          currencyBefore: before?.currency ?? null,
          effectiveFrom: new Date(from).toISOString(),
          source: setting.source,
          withdrawn: plan.withdrawn,
        },
      });
      return policyId;
    });
  }
}

type Setting = Omit<LimitPolicy, 'effectiveFrom' | 'effectiveUntil'>;

function settingOf({ layer, country, ageBand, measure, window, source, ...asked }: LimitPolicySet): Setting {
  const limit = BigInt(asked.limit);
  const currency = asked.currency ?? null;
  refuseFlawed({ measure, limit, currency });
  if (layer === 'regulator' && source === '')
    throw invalidLimit('source', 'A regulator’s limit names the law or code it rests on.');
  return { layer, country, ageBand, measure, window, limit, currency, source };
}

/** Nobody undoes what they have not seen. */
export function refuseUnseen(revision: number, follows: number): void {
  if (revision !== follows)
    throw new ProblemError('record.conflict', 'Somebody changed the policy meanwhile.');
}
